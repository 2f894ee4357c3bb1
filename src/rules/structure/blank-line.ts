// Blank lines between records.

import { defineShapeRule } from '../../model/rule.ts';

export const blankLine = defineShapeRule({
  id: 'structure/blank-line',
  title: 'Blank lines',
  why: 'Some readers stop at a blank line, others skip it.',
  mend: 'Remove blank lines.',
  severity: 'info',
  stage: 'stable',
  since: '0.1.0',
  fix: 'safe',
  options: {},
  messages: { blank: '{count#blank line}, the first at line {line}.' },
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
        title: 'one in the middle',
        lines:
          '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello!"}]}\n\n{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hey!"}]}\n',
        finds: [{ message: 'blank', pointer: '', index: 2, data: { count: 1, line: 2 } }],
      },
      {
        title: 'white space alone',
        lines:
          '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello!"}]}\n  \n\t\n',
        finds: [{ message: 'blank', pointer: '', index: 1, data: { count: 2, line: 2 } }],
      },
    ],
  },
});
