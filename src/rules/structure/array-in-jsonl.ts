// A list of records in a file that is named as lines of records.

import { defineShapeRule } from '../../model/rule.ts';

export const arrayInJsonl = defineShapeRule({
  id: 'structure/array-in-jsonl',
  title: 'A list in a file of lines',
  why: 'Whoever reads the file line by line finds one line that is no record.',
  mend: 'Write one record a line, or name the file .json.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'safe',
  options: {},
  messages: { array: 'The file holds JSON that is not one record a line.' },
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
        title: 'a pasted list',
        lines:
          '[{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello!"}]},{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hey!"}]}]\n',
        finds: [{ message: 'array', pointer: '', index: 0 }],
      },
      {
        title: 'a list over lines',
        lines:
          '[\n{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello!"}]},\n{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hey!"}]}\n]\n',
        finds: [{ message: 'array', pointer: '', index: 0 }],
      },
    ],
  },
});
