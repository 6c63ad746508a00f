import { LLMock } from "@copilotkit/aimock";

const { PORT, KEY } = process.env;
const fails = (status, type) => ({ status, error: { message: "Told to fail", type, code: type }, retryAfter: 1 });

const standIn = new LLMock({ port: Number(PORT), auth: { apiKeys: [KEY] } });
standIn.on({ model: "good" }, { content: '{"level": "advanced"}' });
standIn.on({ model: "cut" }, { content: '{"level": "adv', finishReason: "length" });
standIn.on({ model: "limited" }, fails(429, "rate_limit_error"));
standIn.on({ model: "broken" }, fails(500, "api_error"));
standIn.on({ model: "overloaded" }, fails(529, "overloaded_error"));
await standIn.start();
