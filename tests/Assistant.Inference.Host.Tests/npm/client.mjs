// One case of the official client against a host given by OPENAI_BASE_URL and OPENAI_API_KEY. Exits with 0 when all holds.
import assert from "node:assert/strict";
import OpenAI from "openai";

const client = new OpenAI({ maxRetries: 0 });
const messages = [{ role: "user", content: [{ type: "text", text: "How many days of leave do I have?" }] }];
const greedy = { model: "base", messages, temperature: 0, max_completion_tokens: 24 };

const cases = {
  async chat() {
    const { data: answer, response } = await client.chat.completions
      .create({ ...greedy, logprobs: true, top_logprobs: 2 })
      .withResponse();
    assert.equal(answer.object, "chat.completion");
    assert.equal(answer.choices[0].message.role, "assistant");
    assert.ok(answer.usage.completion_tokens <= 24);
    assert.equal(typeof answer.usage.prompt_tokens_details.cached_tokens, "number");
    assert.equal(answer.choices[0].logprobs.content[0].top_logprobs.length, 2);
    assert.ok(answer.timings.ttft_ms >= answer.timings.queue_ms);
    assert.match(response.headers.get("x-queue-position"), /^\d+$/);
  },

  async stream() {
    const whole = await client.chat.completions.create(greedy);
    const stream = await client.chat.completions.create({ ...greedy, stream: true, stream_options: { include_usage: true } });
    let text = "", last, finish;
    for await (const chunk of stream) {
      text += chunk.choices[0]?.delta.content ?? "";
      finish = chunk.choices[0]?.finish_reason ?? finish;
      last = chunk;
    }
    assert.equal(text, whole.choices[0].message.content);
    assert.equal(finish, whole.choices[0].finish_reason);
    assert.equal(last.usage.completion_tokens, whole.usage.completion_tokens);
    assert.deepEqual(last.choices, []);
  },

  async tools() {
    const tools = [{
      type: "function",
      function: { name: "pick", parameters: { type: "object", properties: { n: { enum: [1, 2] } }, required: ["n"] } },
    }];
    const runner = client.chat.completions.stream({ ...greedy, max_completion_tokens: 200, tools, tool_choice: "required" });
    const answer = await runner.finalChatCompletion();
    assert.equal(answer.choices[0].finish_reason, "tool_calls");
    const [call] = answer.choices[0].message.tool_calls;
    assert.equal(call.function.name, "pick");
    assert.ok([1, 2].includes(JSON.parse(call.function.arguments).n));
  },

  async schema() {
    const schema = { type: "object", properties: { ok: { type: "boolean" } }, required: ["ok"], additionalProperties: false };
    const answer = await client.chat.completions.create({
      ...greedy, max_completion_tokens: 200, response_format: { type: "json_schema", json_schema: { name: "verdict", schema, strict: true } },
    });
    assert.equal(typeof JSON.parse(answer.choices[0].message.content).ok, "boolean");
  },

  async completions() {
    const answer = await client.completions.create({ model: "base", prompt: "Leave", max_tokens: 8, temperature: 0, logprobs: 2 });
    assert.equal(answer.object, "text_completion");
    assert.equal(answer.choices[0].logprobs.tokens.length, answer.usage.completion_tokens);
    const stream = await client.completions.create({ model: "base", prompt: "Leave", max_tokens: 8, temperature: 0, stream: true });
    let text = "";
    for await (const chunk of stream) text += chunk.choices[0].text;
    assert.equal(text, answer.choices[0].text);
  },

  async embeddings() {
    const base64 = await client.embeddings.create({ model: "embedder", input: ["annual leave", "travel"] });
    const numbers = await client.embeddings.create({ model: "embedder", input: "annual leave", encoding_format: "float" });
    assert.equal(base64.data.length, 2);
    assert.equal(base64.data[0].embedding.length, numbers.data[0].embedding.length);
    base64.data[0].embedding.forEach((value, i) => assert.ok(Math.abs(value - numbers.data[0].embedding[i]) < 1e-5));
  },

  async models() {
    const ids = [];
    for await (const model of client.models.list()) ids.push(model.id);
    assert.ok(ids.includes("hr@3"));
    assert.equal((await client.models.retrieve("hr@3")).kind, "adapter");
  },

  async errors() {
    await assert.rejects(client.chat.completions.create({ ...greedy, model: "nobody@1" }), (error) =>
      error instanceof OpenAI.NotFoundError && error.code === "model_not_found" && error.param === "model");
    await assert.rejects(client.chat.completions.create({ ...greedy, n: 2 }), (error) =>
      error instanceof OpenAI.BadRequestError && error.param === "n");
    const stranger = new OpenAI({ maxRetries: 0, apiKey: "not-a-key" });
    await assert.rejects(stranger.models.list(), OpenAI.AuthenticationError);
  },

  async broken() {
    let text = "";
    await assert.rejects(async () => {
      for await (const chunk of await client.chat.completions.create({ ...greedy, stream: true })) {
        text += chunk.choices[0].delta.content ?? "";
      }
    }, (error) => error instanceof OpenAI.APIError && error.code === "engine_failed");
    assert.equal(text, "Half an");
  },

  async abort() {
    const stream = await client.chat.completions.create({ ...greedy, max_completion_tokens: 4000, stream: true });
    for await (const _ of stream) {
      stream.controller.abort();
    }
  },
};

await cases[process.argv[2]]();
