// Short records for the examples of rules.

import type { JsonObject } from '../model/json.ts';

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

/** A declared tool whose parameters are an object with these properties. */
export const tool = (name: string, properties: JsonObject = {}) => ({
  type: 'function',
  function: { name, parameters: { type: 'object', properties } },
});

/** A turn that calls; a call is a name, arguments, and an id. */
export const calling = (...calls: readonly (readonly [name: string, args: JsonObject, id: string])[]) => ({
  role: 'assistant',
  tool_calls: calls.map(([name, args, id]) => ({
    id,
    type: 'function',
    function: { name, arguments: JSON.stringify(args) },
  })),
});

/** What the tool gave back to the call of that id. */
export const result = (id: string, content: string) => ({ role: 'tool', tool_call_id: id, content });

export const user = (content: string) => ({ role: 'user', content });
export const assistant = (content: string) => ({ role: 'assistant', content });
