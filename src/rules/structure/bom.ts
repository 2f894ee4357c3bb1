// A byte-order mark at the beginning of the file.

import { defineShapeRule } from '../../model/rule.ts';

export const bom = defineShapeRule({
  id: 'structure/bom',
  title: 'Byte-order mark',
  why: 'Many readers take the mark for a part of the first record and fail on line 1.',
  mend: 'Save the file as UTF-8 without a byte-order mark.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'safe',
  options: {},
  messages: { mark: 'The file begins with a byte-order mark.' },
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
        title: 'a mark before the first record',
        lines: '﻿{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello!"}]}\n',
        finds: [{ message: 'mark', pointer: '', index: 0 }],
      },
      {
        title: 'a mark and two records',
        lines:
          '﻿{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello!"}]}\n{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hey!"}]}\n',
        finds: [{ message: 'mark', pointer: '', index: 0 }],
      },
    ],
  },
});
