// One value over several lines: read here, but JSON lines means one record a line.

import { defineShapeRule } from '../../model/rule.ts';

export const prettyPrinted = defineShapeRule({
  id: 'structure/pretty-printed',
  title: 'Record over several lines',
  why: 'Trainers and providers read JSON lines line by line; every line of a pretty-printed record is broken to them.',
  mend: 'Write each record on one line.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'safe',
  options: {},
  messages: { pretty: 'The record is written over several lines.' },
  sources: [
    {
      title: 'Together, file check of its SDK',
      url: 'https://github.com/togethercomputer/together-python',
      read: '2026-11-22',
    },
  ],
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
        title: 'an object over four lines',
        lines:
          '{\n  "messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello!"}]\n}\n',
        finds: [{ message: 'pretty', pointer: '', index: 0 }],
      },
      {
        title: 'among records on one line',
        lines:
          '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello!"}]}\n{"messages": [\n  {"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hey."}\n]}\n{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello!"}]}\n',
        finds: [{ message: 'pretty', pointer: '', index: 1 }],
      },
    ],
  },
});
