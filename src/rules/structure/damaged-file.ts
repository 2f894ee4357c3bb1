// A file that could be read only in part.

import { defineShapeRule } from '../../model/rule.ts';

export const damagedFile = defineShapeRule({
  id: 'structure/damaged-file',
  title: 'File is damaged',
  why: 'Whatever stands behind the damage is lost: training would take a part for the whole, or refuse the file.',
  mend: 'Fetch or write the file again.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: {
    packed: 'Behind {after} bytes it cannot be unpacked ({what}); what comes before was checked.',
    rows: 'Behind {after} rows it cannot be read ({what}); what comes before was checked.',
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
    bad: [],
  },
});
