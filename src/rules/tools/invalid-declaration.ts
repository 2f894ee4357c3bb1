// A declared tool whose parameters are no JSON Schema: nothing can be checked against it, and providers refuse it.

import { SchemaCache } from '../../formats/schema.ts';
import type { JsonObject } from '../../model/json.ts';
import { pointerTo } from '../../model/pointer.ts';
import { defineRecordRule } from '../../model/rule.ts';

const conversation = (parameters: JsonObject, name = 'weather') => ({
  messages: [
    { role: 'user', content: 'Weather?' },
    { role: 'assistant', content: 'Where?' },
  ],
  tools: [{ type: 'function', function: { name, parameters } }],
});

/** What OpenAI's description allows in a function's name; a target says for itself what it takes. */
const NAME = /^[a-zA-Z0-9_-]{1,64}$/;

export const invalidDeclaration = defineRecordRule({
  id: 'tools/invalid-declaration',
  title: 'Tool declared wrongly',
  why: 'The declaration is shown to the model in training and in use; a broken one teaches nothing, and providers refuse it.',
  mend: 'Declare the parameters as a JSON Schema of type object.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: {
    schema: 'The parameters of {tool} are no JSON Schema: {error}.',
    twice: 'The tool {tool} is declared twice.',
    name: 'The name {tool} has other characters than letters, digits, _ and -, or more than 64.',
  },
  sources: [
    {
      title: 'OpenAI API description, FunctionParameters',
      url: 'https://github.com/openai/openai-openapi',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      {
        title: 'an object with a field',
        record: conversation({ type: 'object', properties: { city: { type: 'string' } } }),
      },
      { title: 'no parameters at all', record: conversation({}) },
    ],
    bad: [
      {
        title: 'a type that does not exist',
        record: conversation({ type: 'dictionary' }),
        finds: [{ message: 'schema', pointer: '/tools/0' }],
      },
      {
        title: 'a reference that leads nowhere',
        record: conversation({ $ref: '#/$defs/missing' }),
        finds: [{ message: 'schema', pointer: '/tools/0' }],
      },
      {
        title: 'one name twice',
        record: {
          messages: [
            { role: 'user', content: 'Weather?' },
            { role: 'assistant', content: 'Where?' },
          ],
          functions: [{ name: 'weather' }, { name: 'weather' }],
        },
        finds: [{ message: 'twice', pointer: '/functions/1', data: { tool: 'weather' } }],
      },
      {
        title: 'a name with a space',
        record: conversation({}, 'the weather'),
        finds: [{ message: 'name', pointer: '/tools/0', data: { tool: 'the weather' } }],
      },
    ],
  },
  create: ({ target }) => {
    const schemas = new SchemaCache();
    return (view, report) => {
      const { tools } = view.example;
      for (let i = 0; i < tools.length; i += 1) {
        const tool = tools[i];
        if (tool === undefined) continue;
        if (tools.findIndex(({ name }) => name === tool.name) < i) {
          report({ message: 'twice', pointer: pointerTo(tool), data: { tool: tool.name } });
        }
        if (target === undefined && !NAME.test(tool.name))
          report({ message: 'name', pointer: pointerTo(tool), data: { tool: tool.name } });
        if (tool.parameters === undefined) continue;
        const { error } = schemas.get(tool.parameters);
        if (error !== undefined) {
          report({ message: 'schema', pointer: pointerTo(tool), data: { tool: tool.name, error } });
        }
      }
    };
  },
});
