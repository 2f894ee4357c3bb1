// An argument that the tool does not declare, where its schema leaves the door open.

import { nearestNames } from '../../model/edit-distance.ts';
import { callsOf, partPointer } from '../../model/example.ts';
import { isObject, type JsonObject, member } from '../../model/json.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { calling, tool, user } from '../sample.ts';
import { APIGEN } from '../sources.ts';

const tools = [tool('weather', { city: { type: 'string' } })];
/** Keywords that bring in names from elsewhere, or say themselves what may be there. */
const ELSEWHERE = ['additionalProperties', 'patternProperties', '$ref', 'allOf', 'anyOf', 'oneOf', 'if'];
const ARGUMENTS = '/messages/1/tool_calls/0/function/arguments';

export const undeclaredArgument = defineRecordRule({
  id: 'tools/undeclared-argument',
  title: 'Argument was never declared',
  why: 'JSON Schema lets it pass, and the function behind the tool will not: the model learns to make up arguments.',
  mend: 'Declare the argument, or remove it from the call.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: {
    unknown: 'The tool {tool} declares no argument {argument}.',
    near: 'The tool {tool} declares no argument {argument}; {near} is one.',
  },
  sources: [APIGEN],
  examples: {
    good: [
      {
        title: 'declared',
        record: { messages: [user('Weather?'), calling(['weather', { city: 'Bonn' }, 'a'])], tools },
      },
      {
        title: 'a tool that takes anything',
        record: { messages: [user('Save it.'), calling(['save', { n: 1 }, 'a'])], tools: [tool('save')] },
      },
      {
        title: 'names of the user’s own',
        record: {
          messages: [user('Save it.'), calling(['save', { id: 1, n: 2 }, 'a'])],
          tools: [
            {
              type: 'function',
              function: {
                name: 'save',
                parameters: {
                  type: 'object',
                  properties: { id: { type: 'integer' } },
                  additionalProperties: { type: 'integer' },
                },
              },
            },
          ],
        },
      },
    ],
    bad: [
      {
        title: 'a misspelt name',
        record: { messages: [user('Weather?'), calling(['weather', { citi: 'Bonn' }, 'a'])], tools },
        finds: [
          { message: 'near', pointer: ARGUMENTS, data: { tool: 'weather', argument: 'citi', near: 'city' } },
        ],
      },
      {
        title: 'one that is made up',
        record: {
          messages: [user('Weather?'), calling(['weather', { city: 'Bonn', radius: 5 }, 'a'])],
          tools,
        },
        finds: [{ message: 'unknown', pointer: ARGUMENTS, data: { tool: 'weather', argument: 'radius' } }],
      },
    ],
  },
  measured: { records: 55597, flagged: 1, inspected: 1, wrong: 0, on: '2026-11-25' },
  create: () => (view, report) => {
    const { tools: declared } = view.example;
    if (declared.length === 0) return;
    for (const { message } of view.turns) {
      if (typeof message.content === 'string') continue;
      for (const call of callsOf(message)) {
        if (!isObject(call.arguments)) continue;
        const names = namesOf(declared.find(({ name }) => name === call.name)?.parameters);
        if (names === undefined) continue;
        for (const argument of Object.keys(call.arguments)) {
          if (names.includes(argument)) continue;
          const pointer = partPointer(message, call) + call.argumentsInside;
          const [near] = argument.length > 100 ? [] : nearestNames(argument, names, 1);
          const data = { tool: call.name, argument };
          if (near === undefined) report({ message: 'unknown', pointer, data });
          else report({ message: 'near', pointer, data: { ...data, near } });
        }
      }
    }
  },
});

/** The arguments that a schema names; undefined where it leaves others to be. */
function namesOf(parameters: JsonObject | undefined): readonly string[] | undefined {
  if (parameters === undefined || ELSEWHERE.some((keyword) => Object.hasOwn(parameters, keyword)))
    return undefined;
  const properties = member(parameters, 'properties');
  if (!isObject(properties)) return undefined;
  const names = Object.keys(properties);
  return names.length === 0 ? undefined : names;
}
