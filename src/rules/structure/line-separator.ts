// A character inside a line that other tools take for its end.

import { defineShapeRule } from '../../model/rule.ts';

const lines = (answer: string): string =>
  `{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"${answer}"}]}\n`;

export const lineSeparator = defineShapeRule({
  id: 'structure/line-separator',
  title: 'Line separator inside a record',
  why: 'It is valid JSON, but tools that split at every kind of line break, as Python’s splitlines does, cut the record in two.',
  mend: 'Write it escaped: \\u2028, \\u2029 or \\u0085.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { separator: 'The line holds {code} as it is.' },
  sources: [{ title: 'Python, str.splitlines' }],
  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  examples: {
    good: [
      { title: 'escaped', lines: lines('one\\u2028two') },
      {
        title: 'in an array, where lines mean nothing',
        lines: `[${lines('one\u2028two').trim()}]`,
        file: 'data.json',
      },
    ],
    bad: [
      {
        title: 'a line separator',
        lines: lines('plain') + lines('one\u2028two\u2028three'),
        finds: [{ message: 'separator', pointer: '', index: 1, data: { code: 'U+2028' } }],
      },
      {
        title: 'a next line of the old kind',
        lines: lines('one\u0085two') + lines('three\u2029four'),
        finds: [
          { message: 'separator', pointer: '', index: 0, data: { code: 'U+0085' } },
          { message: 'separator', pointer: '', index: 1, data: { code: 'U+2029' } },
        ],
      },
    ],
  },
});
