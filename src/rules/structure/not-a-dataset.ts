// A file beside the data that is none.

import { defineShapeRule } from '../../model/rule.ts';

export const notADataset = defineShapeRule({
  id: 'structure/not-a-dataset',
  title: 'Not a dataset',
  why: 'It was found in a folder and not read.',
  mend: 'Name the files to check, or move it elsewhere.',
  severity: 'info',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { skipped: 'The file was skipped: {why}.' },
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
