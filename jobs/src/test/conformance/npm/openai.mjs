import OpenAI from "openai";
import { zodResponseFormat } from "openai/helpers/zod";
import * as seen from "./seen.mjs";

const client = (url, maxRetries, apiKey = seen.KEY) =>
  new OpenAI({ baseURL: url + "/v1", apiKey, maxRetries });
const body = (n, more) => ({
  model: "gpt-5",
  max_completion_tokens: 256,
  messages: [{ role: "user", content: seen.question(n) }],
  ...more,
});
const fails = (at, more) =>
  seen.thrown(
    () => at.chat.completions.create(body(0, more)),
    (e) => ({ status: e.status, code: e.code ?? e.type, retryAfter: e.headers?.get("retry-after") ?? null }),
  );

const plain = client(seen.PLAIN, 0);
const { data, response, request_id } = await plain.chat.completions.create(body(0)).withResponse();
const parsed = await plain.chat.completions.parse(
  body(0, { response_format: zodResponseFormat(seen.VERDICT, "verdict") }),
);
const refused = await client(seen.REFUSING, 0).chat.completions.create(body(0));

console.log(
  JSON.stringify({
    text: data.choices[0].message.content,
    stop: data.choices[0].finish_reason,
    inputTokens: data.usage.prompt_tokens,
    outputTokens: data.usage.completion_tokens,
    requestId: request_id,
    limit: response.headers.get("x-ratelimit-limit-requests"),
    remaining: response.headers.get("x-ratelimit-remaining-requests"),
    reset: response.headers.get("x-ratelimit-reset-requests"),
    structured: parsed.choices[0].message.parsed,
    refused: refused.choices[0].message.refusal,
    badRequest: await fails(plain, { messages: [] }),
    wrongKey: await fails(client(seen.PLAIN, 0, "wrong")),
    noSuchPath: await fails(client(seen.PLAIN + "/nowhere", 0)),
    overloaded: await fails(client(seen.OVERLOADED, 1)),
    throttled: await fails(client(seen.THROTTLED, 0)),
    underLimit: await seen.answered(2, async (n) => {
      const completion = await client(seen.LIMITED, 2).chat.completions.create(body(n));
      return completion.choices[0].message.content;
    }),
    despiteFailures: await seen.answered(4, async (n) => {
      const completion = await client(seen.FLAKY, 5).chat.completions.create(body(n));
      return completion.choices[0].message.content;
    }),
  }),
);
