// Objects with different keys in one file, which older loaders fill up with nulls.

import { isObject, type JsonObject, type JsonValue, member } from '../../model/json.ts';
import { comparePositions, type Position } from '../../model/position.ts';
import { defineDatasetRule } from '../../model/rule.ts';

const call = (args: JsonValue) => ({
  messages: [
    { role: 'user', content: 'What is the weather?' },
    {
      role: 'assistant',
      content: '',
      tool_calls: [{ id: 'a', type: 'function', function: { name: 'weather', arguments: args } }],
    },
  ],
});

/** The two earliest records with different keys; all that is needed, in any order of adding. */
interface Kind {
  keys: string | undefined;
  at: Position | undefined;
  otherKeys: string | undefined;
  otherAt: Position | undefined;
}
type State = Map<string, Kind>;

export const nullFilled = defineDatasetRule({
  id: 'target/hf-null-filled',
  title: 'Objects that the loader fills with nulls',
  why: 'Before version 4.7 the datasets library gives every object of a column the keys of all of them, null where a record had none: the model learns calls with arguments of null that nobody wrote.',
  mend: 'Write tools, and the arguments of calls, as JSON text.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: {
    arguments: 'The arguments of a call are an object with other keys than those of an earlier call.',
    parameters: 'The parameters of a tool are an object with other keys than those of an earlier tool.',
  },
  sources: [
    {
      title: 'datasets, packaged_modules/json/json.py at tags 4.0.0 and b7cb10b',
      url: 'https://github.com/huggingface/datasets',
      read: '2026-11-22',
    },
    {
      title: 'Axolotl, issue 2909: arguments of tools merged with nulls',
      url: 'https://github.com/axolotl-ai-cloud/axolotl/issues/2909',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      { title: 'text', target: 'unsloth-chat', records: [call('{"city":"Bonn"}'), call('{"zone":1}')] },
      {
        title: 'the same keys',
        target: 'unsloth-chat',
        records: [call({ city: 'Bonn' }), call({ city: 'Ulm' })],
      },
    ],
    bad: [
      {
        title: 'arguments of two tools',
        target: 'unsloth-chat',
        records: [call({ city: 'Bonn' }), call({ city: 'Ulm' }), call({ zone: 1 })],
        finds: [{ message: 'arguments', pointer: '', index: 2 }],
      },
      {
        title: 'two tools with different parameters',
        target: 'unsloth-chat',
        records: ['city', 'zone'].map((name) => ({
          ...call('{}'),
          tools: [
            {
              type: 'function',
              function: {
                name: `of_${name}`,
                parameters: { type: 'object', properties: { [name]: { type: 'string' } } },
              },
            },
          ],
        })),
        finds: [{ message: 'parameters', pointer: '', index: 1 }],
      },
    ],
  },
  create: () => ({
    empty: (): State => new Map(),
    add(state: State, { value, at }) {
      for (const keys of argumentKeys(value)) note(state, `${at.source}/arguments`, keys, at);
      for (const keys of parameterKeys(value)) note(state, `${at.source}/parameters`, keys, at);
    },
    merge(into: State, from: State) {
      for (const [name, { keys, at, otherKeys, otherAt }] of from) {
        if (keys !== undefined && at !== undefined) note(into, name, keys, at);
        if (otherKeys !== undefined && otherAt !== undefined) note(into, name, otherKeys, otherAt);
      }
    },
    finish(state: State, report) {
      for (const [name, { otherAt, at }] of state) {
        if (otherAt === undefined || at === undefined) continue;
        const message = name.endsWith('/arguments') ? 'arguments' : 'parameters';
        report({ message, pointer: '', related: [{ at, label: 'with other keys' }] }, otherAt);
      }
    },
  }),
});

/** Keeps the earliest keys, and the earliest that are not those. */
function note(state: State, name: string, keys: string, at: Position): void {
  const kind = state.get(name);
  if (kind?.at === undefined) {
    state.set(name, { keys, at, otherKeys: undefined, otherAt: undefined });
  } else if (keys === kind.keys) {
    if (comparePositions(at, kind.at) < 0) kind.at = at;
  } else if (comparePositions(at, kind.at) < 0) {
    state.set(name, { keys, at, otherKeys: kind.keys, otherAt: kind.at });
  } else if (kind.otherAt === undefined || comparePositions(at, kind.otherAt) < 0) {
    kind.otherKeys = keys;
    kind.otherAt = at;
  }
}

function* argumentKeys(value: JsonObject): Generator<string> {
  const messages = member(value, 'messages');
  if (!Array.isArray(messages)) return;
  for (const message of messages) {
    const calls = isObject(message) ? message.tool_calls : undefined;
    if (!Array.isArray(calls)) continue;
    for (const call of calls) {
      const made = isObject(call) && isObject(call.function) ? call.function.arguments : undefined;
      if (isObject(made)) yield keysOf(made);
    }
  }
}

function* parameterKeys(value: JsonObject): Generator<string> {
  const tools = member(value, 'tools');
  if (!Array.isArray(tools)) return;
  for (const tool of tools) {
    const inner = isObject(tool) && isObject(tool.function) ? tool.function : tool;
    const parameters = isObject(inner) ? inner.parameters : undefined;
    const properties = isObject(parameters) ? parameters.properties : undefined;
    if (isObject(properties)) yield keysOf(properties);
  }
}

const keysOf = (object: JsonObject): string => Object.keys(object).toSorted().join('\n');
