// A row with another number of cells than the header.

import { defineShapeRule } from '../../model/rule.ts';

export const raggedRow = defineShapeRule({
  id: 'structure/ragged-row',
  title: 'Row of another width',
  why: 'Cells are missing, or have slipped into the wrong column.',
  mend: 'Quote cells that hold the separator, or add the missing ones.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: {
    short: '{found} cells; the header has {expected}.',
    long: '{found} cells; the header has {expected}.',
  },
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
        title: 'a cell too few',
        file: 'data.csv',
        lines: 'prompt,completion\nHi,Hello!\nBye\n',
        finds: [{ message: 'short', pointer: '', index: 1, data: { found: 1, expected: 2 } }],
      },
      {
        title: 'a comma in a text without quotes',
        file: 'data.csv',
        lines: 'prompt,completion\nHi,Hello!\nBye,So long, farewell\n',
        finds: [{ message: 'long', pointer: '', index: 1, data: { found: 3, expected: 2 } }],
      },
    ],
  },
});
