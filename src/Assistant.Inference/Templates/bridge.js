// Joins @huggingface/jinja (the global `jinja`) to the host. Runs once per engine; a template never sees this code.
(function (maxLength, maxList, strftime) {
  "use strict";

  class TooLarge extends Error {}
  class Raised extends Error {}

  const check = (length) => {
    if (!(length <= maxLength)) throw new TooLarge(`A string of ${length} characters is over the limit of ${maxLength}.`);
  };

  // One call of these can build a string far longer than its arguments, with nowhere for an engine limit to step in.
  const { repeat, replaceAll } = String.prototype;
  const { join } = Array.prototype;
  String.prototype.repeat = function (count) {
    check(this.length * count);
    return repeat.call(this, count);
  };
  String.prototype.replaceAll = function (pattern, replacement) {
    let length = this.length;
    return replaceAll.call(this, pattern, (match) => {
      const text = replacement(match);
      check(length += text.length - match.length);
      return text;
    });
  };
  Array.prototype.join = function (separator = ",") {
    let length = separator.length * this.length;
    for (const item of this) check(length += String(item ?? "").length);
    return join.call(this, separator);
  };

  const range = (start, stop, step = 1) => {
    if (stop === undefined) [start, stop] = [0, start];
    if (step === 0) throw new Error("range() step must not be zero");
    const count = Math.max(0, Math.ceil((stop - start) / step));
    if (!(count <= maxList)) throw new TooLarge(`range() of ${count} elements is over the limit of ${maxList}.`);
    return Array.from({ length: count }, (_, i) => start + i * step);
  };

  const globals = {
    true: true, false: false, none: null, True: true, False: false, None: null,
    range,
    strftime_now: (format) => strftime(String(format)),
    raise_exception: (message) => { throw new Raised(String(message)); },
  };

  const tokenize = (source) => jinja.tokenize(source, { lstrip_blocks: true, trim_blocks: true });
  let program;

  // What is passed back: the value, or what went wrong under a name that the host knows.
  const attempt = (action) => {
    try {
      return { value: action() };
    } catch (error) {
      const kind = error instanceof Raised ? "raised"
        : error instanceof TooLarge ? "large"
        : error instanceof RangeError && /call stack/.test(error.message) ? "deep"
        : "failed";
      // The package reads past the last token when a template ends too early.
      const message = error instanceof TypeError && /reading 'type'/.test(error.message) ? "Unexpected end of the template." : error.message;
      return { kind, message };
    }
  };

  // Offsets at which the tags of a template begin. The package's errors carry no position, but its tokens can be
  // counted: the n-th opening token is the n-th tag.
  const tagOffsets = (source) => {
    const offsets = [];
    for (let i = 0; i + 1 < source.length; i++) {
      const opening = source.slice(i, i + 2);
      if (!["{{", "{%", "{#"].includes(opening)) continue;
      if (!/^{%-?\s*(end)?generation\b/.test(source.slice(i, i + 40))) offsets.push(i);
      const closing = opening === "{{" ? "}}" : opening === "{%" ? "%}" : "#}";
      for (i += 2; i < source.length && source.slice(i, i + 2) !== closing; i++) {
        const quote = source[i];
        if (closing === "#}" || (quote !== "'" && quote !== '"')) continue;
        for (i++; i < source.length && source[i] !== quote; i++) if (source[i] === "\\") i++;
      }
      i++;
    }
    return offsets;
  };

  const unreadableTag = (source, offsets) => {
    let good = 0, bad = offsets.length;
    while (good < bad) {
      const middle = (good + bad + 1) >> 1;
      const end = middle < offsets.length ? offsets[middle] : source.length;
      if (attempt(() => tokenize(source.slice(0, end))).kind) bad = middle - 1;
      else good = middle;
    }
    return good;
  };

  const unparsableTag = (tokens) => {
    let last = 0;
    const watched = new Proxy(tokens, {
      get(target, key) {
        const index = Number(key);
        if (Number.isInteger(index)) last = Math.max(last, index);
        return target[key];
      },
    });
    attempt(() => jinja.parse(watched));
    const opening = ["OpenStatement", "OpenExpression", "Comment"];
    return tokens.slice(0, last + 1).filter((token) => opening.includes(token.type)).length - 1;
  };

  return {
    compile: (source) => attempt(() => { program = jinja.parse(tokenize(source)); }),

    // The line, from 1, of the tag at which compile(source) fails.
    locate: (source) => {
      const offsets = tagOffsets(source);
      const tokens = attempt(() => tokenize(source)).value;
      const tag = tokens ? unparsableTag(tokens) : unreadableTag(source, offsets);
      const offset = offsets[Math.min(Math.max(tag, 0), offsets.length - 1)] ?? 0;
      return source.slice(0, offset).split("\n").length;
    },

    render: (variables) => attempt(() => {
      const environment = new jinja.Environment();
      for (const [name, value] of Object.entries(globals)) environment.set(name, value);
      for (const [name, value] of Object.entries(JSON.parse(variables))) environment.set(name, value);
      const text = new jinja.Interpreter(environment).run(program).value;
      check(text.length);
      return text;
    }),
  };
})
