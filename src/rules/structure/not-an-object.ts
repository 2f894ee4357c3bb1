// A record that is no object.

import { defineShapeRule } from '../../model/rule.ts';

export const notAnObject = defineShapeRule({
  id: 'structure/not-an-object',
  title: 'Record is not an object',
  why: 'Every training format is an object with named fields; nothing can be read from anything else.',
  mend: 'Write an object with the fields of your format.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { kind: 'The record is {found}, not an object.' },
  sources: [],
  examples: {
    good: [
      {
        title: 'one object on a line',
        lines: '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello!"}]}\n',
      },
      {
        title: 'white space around it',
        lines: '  {"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello!"}]} \n',
      },
    ],
    bad: [
      {
        title: 'a list',
        lines:
          '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello!"}]}\n[1, 2]\n',
        finds: [{ message: 'kind', pointer: '', index: 1, data: { found: 'a list' } }],
      },
      {
        title: 'text',
        lines:
          '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello!"}]}\n"messages"\n',
        finds: [{ message: 'kind', pointer: '', index: 1, data: { found: 'text' } }],
      },
    ],
  },
});
