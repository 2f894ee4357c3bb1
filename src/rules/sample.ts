// Short records for the examples of rules.

/** One question, one answer. The answer stands at `/messages/1/content`. */
export const chat = (user: string, assistant: string) => ({
  messages: [
    { role: 'user', content: user },
    { role: 'assistant', content: assistant },
  ],
});

/** The same with a system prompt; the answer stands at `/messages/2/content`. */
export const chatWith = (system: string, user: string, assistant: string) => ({
  messages: [{ role: 'system', content: system }, ...chat(user, assistant).messages],
});

export const pair = (prompt: string, completion: string) => ({ prompt, completion });

/** Many records made by their number, from 0. */
export const many = <T>(count: number, make: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => make(n));
