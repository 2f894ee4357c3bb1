// One key twice in an object, with different values.

import { defineShapeRule } from '../../model/rule.ts';

export const duplicateKey = defineShapeRule({
  id: 'structure/duplicate-key',
  title: 'Key given twice',
  why: 'Readers differ on which of the two values they keep, so nobody knows what will be learned.',
  mend: 'Keep one of the two.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { differs: 'The key {key} stands twice in one object, with different values.' },
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
        title: 'two contents',
        lines:
          '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello!","content":"Bye!"}]}\n',
        finds: [{ message: 'differs', pointer: '/messages/1/content', index: 0, data: { key: 'content' } }],
      },
      {
        title: 'at the top',
        lines:
          '{"messages":[],"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello!"}]}\n',
        finds: [{ message: 'differs', pointer: '/messages', index: 0 }],
      },
    ],
  },
});
