// One key twice in an object, with the same value.

import { defineShapeRule } from '../../model/rule.ts';

export const repeatedKey = defineShapeRule({
  id: 'structure/repeated-key',
  title: 'Key repeated',
  why: 'Nothing is lost, but whatever wrote the file has a fault.',
  mend: 'Keep one of the two.',
  severity: 'info',
  stage: 'stable',
  since: '0.1.0',
  fix: 'safe',
  options: {},
  messages: { same: 'The key {key} stands twice in one object, with the same value.' },
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
        title: 'two roles',
        lines:
          '{"messages":[{"role":"user","role":"user","content":"Hi"},{"role":"assistant","content":"Hello!"}]}\n',
        finds: [{ message: 'same', pointer: '/messages/0/role', index: 0, data: { key: 'role' } }],
      },
      {
        title: 'equal objects',
        lines:
          '{"tools":[],"tools":[],"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello!"}]}\n',
        finds: [{ message: 'same', pointer: '/tools', index: 0 }],
      },
    ],
  },
});
