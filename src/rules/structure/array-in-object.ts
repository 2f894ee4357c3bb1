// Records were found in a list inside an object.

import { defineShapeRule } from '../../model/rule.ts';

export const arrayInObject = defineShapeRule({
  id: 'structure/array-in-object',
  title: 'Records inside an object',
  why: 'Trainers read a list or lines of records; of an object they read one record, or nothing.',
  mend: 'Write the list itself, one record a line.',
  severity: 'info',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { found: 'The records are the items of {name}.' },
  sources: [],
  examples: {
    good: [
      {
        title: 'one object on a line',
        lines: '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello!"}]}\n',
      },
      {
        title: 'two of them',
        lines:
          '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello!"}]}\n{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hey!"}]}\n',
      },
    ],
    bad: [
      {
        title: 'records under a key',
        file: 'data.json',
        lines:
          '{"version": 1, "data": [{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello!"}]}]}\n',
        finds: [{ message: 'found', pointer: '', index: 0, data: { name: 'data' } }],
      },
      {
        title: 'two parts in one file',
        file: 'data.json',
        lines:
          '{"train": [{"prompt":"Hi","completion":"Hello!"}], "test": [{"prompt":"Bye","completion":"So long."}]}\n',
        finds: [
          { message: 'found', pointer: '', index: 0, data: { name: 'train' } },
          { message: 'found', pointer: '', index: 1, data: { name: 'test' } },
        ],
      },
    ],
  },
});
