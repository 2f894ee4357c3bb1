// A table that cannot be read to its end.

import { defineShapeRule } from '../../model/rule.ts';

export const brokenTable = defineShapeRule({
  id: 'structure/broken-table',
  title: 'Table is broken',
  why: 'What follows is lost to every reader, often because of a quote that never closes.',
  mend: 'Close the quote, or double quotes that stand inside a cell.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { fault: 'The table cannot be read from here on: {what}.' },
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
    bad: [],
  },
});
