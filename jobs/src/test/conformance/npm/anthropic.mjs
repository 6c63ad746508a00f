import Anthropic from "@anthropic-ai/sdk";
import { zodOutputFormat } from "@anthropic-ai/sdk/helpers/zod";
import * as seen from "./seen.mjs";

const client = (baseURL, maxRetries, apiKey = seen.KEY) => new Anthropic({ baseURL, apiKey, maxRetries });
const body = (n, more) => ({
  model: "claude-haiku-4-5",
  max_tokens: 256,
  messages: [{ role: "user", content: seen.question(n) }],
  ...more,
});
const fails = (at, more) =>
  seen.thrown(
    () => at.messages.create(body(0, more)),
    (e) => ({ status: e.status, code: e.error?.error?.type, retryAfter: e.headers?.get("retry-after") ?? null }),
  );

const plain = client(seen.PLAIN, 0);
const { data, response, request_id } = await plain.messages.create(body(0)).withResponse();
const parsed = await plain.messages.parse(body(0, { output_config: { format: zodOutputFormat(seen.VERDICT) } }));
const refused = await client(seen.REFUSING, 0).messages.create(body(0));
const counted = await plain.messages.countTokens({ model: data.model, messages: body(0).messages });

console.log(
  JSON.stringify({
    text: data.content[0].text,
    stop: data.stop_reason,
    inputTokens: data.usage.input_tokens,
    outputTokens: data.usage.output_tokens,
    countedTokens: counted.input_tokens,
    requestId: request_id,
    limit: response.headers.get("anthropic-ratelimit-requests-limit"),
    remaining: response.headers.get("anthropic-ratelimit-requests-remaining"),
    reset: response.headers.get("anthropic-ratelimit-requests-reset"),
    structured: parsed.parsed_output,
    refused: refused.stop_reason,
    warm: await fails(plain, { temperature: 0.5 }),
    badRequest: await fails(plain, { messages: [] }),
    wrongKey: await fails(client(seen.PLAIN, 0, "wrong")),
    noSuchPath: await fails(client(seen.PLAIN + "/nowhere", 0)),
    overloaded: await fails(client(seen.OVERLOADED, 1)),
    throttled: await fails(client(seen.THROTTLED, 0)),
    underLimit: await seen.answered(2, async (n) => {
      const message = await client(seen.LIMITED, 2).messages.create(body(n));
      return message.content[0].text;
    }),
    despiteFailures: await seen.answered(4, async (n) => {
      const message = await client(seen.FLAKY, 5).messages.create(body(n));
      return message.content[0].text;
    }),
  }),
);
