import { z } from "zod";

/** Addresses of servers that each behave in one way. */
export const { PLAIN, LIMITED, FLAKY, OVERLOADED, THROTTLED, REFUSING } = process.env;
export const KEY = "right";

/** The shape that structured output is asked for. */
export const VERDICT = z.object({
  sound: z.boolean(),
  level: z.enum(["beginner", "advanced"]),
  reasons: z.array(z.object({ quote: z.string() })),
});

/** A question whose text tells it from others. */
export const question = (n = 0) => `Question ${n}: what falls from clouds?`;

/** How many of the calls were answered with a text. */
export async function answered(count, call) {
  let texts = 0;
  for (let n = 0; n < count; n++) {
    texts += (await call(n)) ? 1 : 0;
  }
  return texts;
}

/** What a call that must fail has the client throw. */
export async function thrown(call, describe) {
  try {
    await call();
  } catch (error) {
    return { thrown: error.constructor.name, ...describe(error) };
  }
  return { thrown: null };
}
