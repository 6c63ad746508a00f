import { Mistral } from "@mistralai/mistralai";
import { HTTPClient } from "@mistralai/mistralai/lib/http.js";
import * as seen from "./seen.mjs";

const backoff = { initialInterval: 200, maxInterval: 1000, exponent: 1.5, maxElapsedTime: 60_000 };
const client = (serverURL, retries, apiKey = seen.KEY, httpClient = undefined) =>
  new Mistral({ serverURL, apiKey, httpClient, retryConfig: retries ? { strategy: "backoff", backoff } : undefined });
const body = (n, more) => ({
  model: "mistral-large-latest",
  maxTokens: 256,
  messages: [{ role: "user", content: seen.question(n) }],
  ...more,
});
const fails = (at, more) =>
  seen.thrown(
    () => at.chat.complete(body(0, more)),
    (e) => {
      const error = JSON.parse(e.body);
      return {
        status: e.statusCode,
        code: error.code ?? error.type ?? error.detail ?? error.error.type,
        retryAfter: e.headers.get("retry-after"),
      };
    },
  );

let headers;
const http = new HTTPClient();
http.addHook("response", (response) => {
  headers = response.headers;
});
const completion = await client(seen.PLAIN, false, seen.KEY, http).chat.complete(body(0));
const plain = client(seen.PLAIN, false);
const parsed = await plain.chat.parse(body(0, { responseFormat: seen.VERDICT }));
const refused = await client(seen.REFUSING, false).chat.complete(body(0));

console.log(
  JSON.stringify({
    text: completion.choices[0].message.content,
    stop: completion.choices[0].finishReason,
    inputTokens: completion.usage.promptTokens,
    outputTokens: completion.usage.completionTokens,
    requestId: headers.get("mistral-correlation-id"),
    limit: headers.get("x-ratelimit-limit-req-minute"),
    remaining: headers.get("x-ratelimit-remaining-req-minute"),
    structured: parsed.choices[0].message.parsed,
    refused: refused.choices[0].message.content,
    badRequest: await fails(plain, { messages: [] }),
    wrongKey: await fails(client(seen.PLAIN, false, "wrong")),
    noSuchPath: await fails(client(seen.PLAIN + "/nowhere", false)),
    overloaded: await fails(client(seen.OVERLOADED, false)),
    throttled: await fails(client(seen.THROTTLED, false)),
    underLimit: await seen.answered(2, async (n) => {
      const completion = await client(seen.LIMITED, true).chat.complete(body(n));
      return completion.choices[0].message.content;
    }),
    despiteFailures: await seen.answered(4, async (n) => {
      const completion = await client(seen.FLAKY, true).chat.complete(body(n));
      return completion.choices[0].message.content;
    }),
  }),
);
