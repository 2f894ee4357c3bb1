// A table whose quotes or columns contradict each other.

import { defineShapeRule } from '../../model/rule.ts';

export const brokenTable = defineShapeRule({
  id: 'structure/broken-table',
  title: 'Table is broken',
  why: 'Readers differ in what they make of it: cells end up in the wrong column, or the rest of the file in one cell.',
  mend: 'Double quotes that stand inside a cell, close the others, and name each column once.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { fault: 'In the table, {what}.' },
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
        title: 'a quote that never closes',
        file: 'data.csv',
        lines: 'prompt,completion\nHi,Hello!\nBye,"See you\nThanks,Welcome!\n',
        finds: [
          {
            message: 'fault',
            pointer: '',
            index: 1,
            data: { what: 'a quote opens a cell and never closes; it is read as text' },
          },
        ],
      },
      {
        title: 'two columns of one name',
        file: 'data.csv',
        lines: '"prompt","completion","completion"\n"Hi","Hello!","Hey!"\n',
        finds: [
          {
            message: 'fault',
            pointer: '',
            index: 0,
            data: {
              what: 'two columns are named "completion"; the second is read as "completion (2)"',
            },
          },
        ],
      },
    ],
  },
});
