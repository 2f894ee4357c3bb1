// A line longer than the limit: its bytes were let go.

import { defineShapeRule } from '../../model/rule.ts';

export const lineTooLong = defineShapeRule({
  id: 'structure/line-too-long',
  title: 'Line too long',
  why: 'A record of this size is nearly always a mistake, and reading it could take all memory.',
  mend: 'Cut the record up, or raise the limit.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { long: 'The line is longer than {limit#byte}.' },
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
    bad: [],
  },
});
