// A turn of the role `function` or `tool`: third parties write it, Google's own list of roles does not have it.

import { isObject, member } from '../../model/json.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { PREPARE } from './service.ts';

const record = (role: string) => ({
  contents: [
    { role: 'user', parts: [{ text: 'What is the weather in Bonn?' }] },
    { role: 'model', parts: [{ functionCall: { name: 'weather', args: { city: 'Bonn' } } }] },
    { role, parts: [{ functionResponse: { name: 'weather', response: { sky: 'clear' } } }] },
    { role: 'model', parts: [{ text: 'It is sunny.' }] },
  ],
});

export const functionTurn = defineRecordRule({
  id: 'target/gemini-function-turn',
  title: 'Turn by a function',
  why: "Google's list of roles has user and model only; whether the tuner takes others is not documented.",
  mend: 'Put the response into a turn of the user.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { role: 'The role is {role}; write user.' },
  sources: [PREPARE],
  examples: {
    good: [
      { title: 'in a turn of the user', target: 'gemini-sft', record: record('user') },
      {
        title: 'no function',
        target: 'gemini-sft',
        record: {
          contents: [
            { role: 'user', parts: [{ text: 'Hi' }] },
            { role: 'model', parts: [{ text: 'Hello!' }] },
          ],
        },
      },
    ],
    bad: [
      {
        title: 'function',
        target: 'gemini-sft',
        record: record('function'),
        finds: [{ message: 'role', pointer: '/contents/2/role', data: { role: 'function' } }],
      },
      {
        title: 'tool',
        target: 'gemini-sft',
        record: record('tool'),
        finds: [{ message: 'role', pointer: '/contents/2/role', data: { role: 'tool' } }],
      },
    ],
  },
  create:
    () =>
    ({ value }, report) => {
      const contents = member(value, 'contents');
      if (!Array.isArray(contents)) return;
      contents.forEach((content, index) => {
        const role = isObject(content) ? content.role : undefined;
        if (role !== 'function' && role !== 'tool') return;
        report({ message: 'role', pointer: `/contents/${index}/role`, data: { role } });
      });
    },
});
