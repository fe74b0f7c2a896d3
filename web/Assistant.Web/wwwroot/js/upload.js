// Sends the files of the upload panel. One XMLHttpRequest per file: nothing else tells how many bytes have left.
const parallel = 4;
const reportEvery = 250;

export function open(zone, page, multiple) {
  return new Uploads(zone, page, multiple);
}

class Uploads {
  #zone;
  #input;
  #page;
  #multiple;
  #files = new Map();
  #waiting = [];
  #running = new Map();
  #reports = new Map();
  #reporting;
  #nextId = 1;
  #token;
  #closed = new AbortController();

  constructor(zone, page, multiple) {
    this.#zone = zone;
    this.#page = page;
    this.#multiple = multiple;
    this.#input = zone.querySelector('input[type="file"]');
    const options = { signal: this.#closed.signal };
    zone.querySelector('[data-choose]').addEventListener('click', () => this.#input.click(), options);
    this.#input.addEventListener('change', () => this.#take(), options);
    // The whole window takes files, so that one dropped beside the zone does not replace the page.
    window.addEventListener('dragover', event => this.#over(event), options);
    window.addEventListener('dragleave', event => event.relatedTarget === null && this.#light(false), options);
    window.addEventListener('drop', event => this.#drop(event), options);
    window.addEventListener('beforeunload', event => this.#busy && event.preventDefault(), options);
    // What was picked before this script was there.
    this.#take();
  }

  send(files) {
    // A token belongs to the session it was asked for in; the next batch asks again.
    this.#token = null;
    this.#waiting.push(...files.filter(file => this.#files.has(file.id)));
    this.#next();
  }

  cancel(id) {
    this.#waiting = this.#waiting.filter(file => file.id !== id);
    this.#running.get(id)?.abort();
    this.#running.delete(id);
    this.#report(id, 'Cancelled', 0);
    this.#next();
  }

  forget(ids) {
    ids.forEach(id => this.#files.delete(id));
  }

  close() {
    this.#closed.abort();
    this.#waiting = [];
    this.#running.forEach(request => request.abort());
    this.#running.clear();
    clearTimeout(this.#reporting);
  }

  get #busy() {
    return this.#waiting.length + this.#running.size > 0;
  }

  // With a dialog open, files are for the zone in it or for none.
  get #open() {
    const dialog = document.querySelector('dialog:modal');
    return dialog === null || dialog.contains(this.#zone);
  }

  #over(event) {
    if (event.dataTransfer?.types.includes('Files')) {
      event.preventDefault();
      if (this.#open) {
        event.dataTransfer.dropEffect = 'copy';
        this.#light(true);
      }
    }
  }

  async #drop(event) {
    this.#light(false);
    if (event.dataTransfer?.types.includes('Files')) {
      event.preventDefault();
      if (!this.#open) {
        return;
      }
      // Entries are gone once this handler has returned; files of folders are read from them afterwards.
      const entries = [...event.dataTransfer.items].map(item => item.webkitGetAsEntry?.()).filter(Boolean);
      const plain = [...event.dataTransfer.files];
      this.#choose(entries.some(entry => entry.isDirectory) ? (await Promise.all(entries.map(filesOf))).flat() : plain);
    }
  }

  #take() {
    this.#choose([...this.#input.files]);
    this.#input.value = '';
  }

  #light(on) {
    this.#zone.toggleAttribute('data-over', on);
  }

  #choose(files) {
    const chosen = (this.#multiple ? files : files.slice(0, 1)).map(file => {
      const id = this.#nextId++;
      this.#files.set(id, file);
      return { id, name: file.name, size: file.size };
    });
    if (chosen.length > 0) {
      this.#page.invokeMethodAsync('ChooseAsync', chosen);
    }
  }

  #next() {
    while (this.#waiting.length > 0 && this.#running.size < parallel) {
      this.#start(this.#waiting.shift());
    }
  }

  async #start({ id, address }) {
    const request = new XMLHttpRequest();
    this.#running.set(id, request);
    this.#report(id, 'Sending', 0);
    const token = await this.#antiforgery();
    if (this.#running.get(id) !== request) {
      return;
    }
    if (!token) {
      this.#end(id, request, 'Refused', 'The server did not answer, or you are signed out. Reload the page and try again.');
      return;
    }
    const file = this.#files.get(id);
    request.upload.onprogress = event => this.#report(id, 'Sending', event.loaded);
    request.upload.onload = () => this.#report(id, 'Checking', file.size);
    request.onload = () => request.status === 202
      ? this.#end(id, request, 'Taken', null, JSON.parse(request.responseText).versionId)
      : this.#end(id, request, 'Refused', problemOf(request));
    request.onerror = () => this.#end(id, request, 'Refused', 'The connection broke off, or the file changed on your disk. Try again.');
    request.open('POST', address);
    request.setRequestHeader(token.header, token.token);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.send(file);
  }

  #antiforgery() {
    this.#token ??= fetch('/api/antiforgery', { cache: 'no-store', redirect: 'error' })
      .then(response => response.ok ? response.json() : null)
      .catch(() => null);
    return this.#token;
  }

  #end(id, request, state, problem, versionId) {
    // A cancelled request may still report its end.
    if (this.#running.get(id) === request) {
      this.#running.delete(id);
      this.#report(id, state, this.#files.get(id)?.size ?? 0, problem, versionId);
      this.#next();
    }
  }

  #report(id, state, sent, problem = null, versionId = null) {
    this.#reports.set(id, { id, state, sent: Math.round(sent), problem, versionId });
    this.#reporting ??= setTimeout(() => this.#flush(), reportEvery);
  }

  async #flush() {
    const reports = this.#reports;
    this.#reports = new Map();
    try {
      await this.#page.invokeMethodAsync('ReportAsync', [...reports.values()]);
    } catch {
      // The connection to the page is down for the moment: what is newer stays, the rest is told again.
      reports.forEach((report, id) => this.#reports.has(id) || this.#reports.set(id, report));
    }
    this.#reporting = this.#reports.size > 0 && !this.#closed.signal.aborted ? setTimeout(() => this.#flush(), reportEvery) : undefined;
  }
}

function problemOf(request) {
  try {
    const problem = JSON.parse(request.responseText);
    return problem.detail || problem.title || null;
  } catch {
    return null;
  }
}

async function filesOf(entry) {
  if (entry.isFile) {
    return [await new Promise((resolve, reject) => entry.file(resolve, reject))];
  }
  const reader = entry.createReader();
  const files = [];
  // A reader hands out a folder in portions; an empty one is the end.
  for (let portion = await read(reader); portion.length > 0; portion = await read(reader)) {
    files.push(...(await Promise.all(portion.map(filesOf))).flat());
  }
  return files;
}

function read(reader) {
  return new Promise((resolve, reject) => reader.readEntries(resolve, reject));
}
