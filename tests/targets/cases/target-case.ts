// What a target's table of cases holds: what its service takes, and one record for each fault that it documents.

import type { Request } from '../../../src/index.ts';
import type { JsonObject, JsonValue } from '../../../src/model/json.ts';

export interface TargetCase {
  readonly target: string;
  /** Which records, where a target reads several formats. */
  readonly of?: string;
  /** Sound records that stand around the one that is tried, where the service wants a number of them. */
  readonly around?: readonly JsonObject[];
  readonly request?: Request;
  readonly taken: readonly (readonly [title: string, record: JsonObject])[];
  /** The findings on the record, as `severity rule pointer`. */
  readonly refused: readonly (readonly [title: string, record: JsonValue, findings: readonly string[]])[];
  /** What is said of a whole set: `severity rule` of the findings without a place. */
  readonly sets?: readonly SetCase[];
  /** The owner's own examples, below the shared data: no errors but those that are named. */
  readonly own?: readonly {
    readonly path: string;
    readonly format: string;
    readonly errors?: Readonly<Record<string, number>>;
  }[];
}

export interface SetCase {
  readonly title: string;
  readonly records: readonly JsonValue[];
  /** The name of the file, where it matters. */
  readonly file?: string;
  readonly request?: Request;
  readonly findings: readonly string[];
}

/** `count` records that differ. */
export const many = (count: number, make: (n: number) => JsonObject): JsonObject[] =>
  Array.from({ length: count }, (_, n) => make(n));

/** A question and its answer, different for each number. */
export const asked = (n: number) => ({ role: 'user', content: `How much is ${n} and 1?` });
export const answered = (n: number) => ({ role: 'assistant', content: `It makes ${n + 1} in all.` });
export const chatOf = (n: number): JsonObject => ({ messages: [asked(n), answered(n)] });

export const user = { role: 'user', content: 'What is the weather in Bonn?' };
export const answer = { role: 'assistant', content: 'It is sunny.' };
export const system = { role: 'system', content: 'Be brief.' };
export const chat = (messages: readonly JsonValue[], more: object = {}): JsonObject => ({
  messages: [...messages],
  ...more,
});

export const png = 'data:image/png;base64,iVBORw0KGgo=';
export const image = (url: string, more: object = {}) => ({
  type: 'image_url',
  image_url: { url, ...more },
});
export const text = (said: string) => ({ type: 'text', text: said });

export const weather = {
  type: 'function',
  function: {
    name: 'weather',
    description: 'Tells the weather.',
    parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
  },
};
export const call = (id = 'a', args: JsonValue = '{"city":"Bonn"}') => ({
  id,
  type: 'function',
  function: { name: 'weather', arguments: args },
});
export const calling = (...calls: readonly JsonValue[]) => ({ role: 'assistant', tool_calls: [...calls] });
export const result = (id = 'a') => ({ role: 'tool', tool_call_id: id, content: 'Sunny' });

/** A preference record as OpenAI writes it. */
export const pair = (more: object = {}): JsonObject => ({
  input: { messages: [user] },
  preferred_output: [answer],
  non_preferred_output: [{ role: 'assistant', content: 'I have no idea.' }],
  ...more,
});
export const pairOf = (n: number): JsonObject => ({
  input: { messages: [asked(n)] },
  preferred_output: [answered(n)],
  non_preferred_output: [{ role: 'assistant', content: `I think that ${n} is right.` }],
});
