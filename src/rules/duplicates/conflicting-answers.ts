// One prompt with different answers: good for style, a contradiction where only one answer can be right.

import { defineGroupRule } from '../../model/rule.ts';

const pair = (prompt: string, completion: string) => ({ prompt, completion });
/** Places told beside the first. */
const MOST = 5;

export const conflictingAnswers = defineGroupRule({
  id: 'duplicates/conflicting-answers',
  title: 'One prompt, different answers',
  why: 'Where only one answer can be right, the model learns to guess between them.',
  mend: 'Decide on one answer, unless the variety is meant.',
  severity: 'info',
  severityFor: { classification: 'error', extraction: 'warning' },
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  by: 'prompt',
  options: {},
  messages: { differ: '{count#record} ask the same and get {answers#different answer}.' },
  sources: [
    {
      title: 'Northcutt et al., Pervasive label errors in test sets',
      url: 'https://arxiv.org/abs/2103.14749',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      {
        title: 'two prompts',
        records: [pair('Capital of Peru?', 'Lima'), pair('Capital of Chile?', 'Santiago')],
      },
      {
        title: 'the same answer twice',
        records: [pair('Capital of Peru?', 'Lima'), pair('capital of peru?', 'Lima')],
      },
      { title: 'nothing is asked', records: [pair('', 'A poem.'), pair('', 'Another poem.')] },
    ],
    bad: [
      {
        title: 'two labels for one text',
        records: [pair('Great film!', 'positive'), pair('Great film!', 'negative')],
        finds: [{ message: 'differ', pointer: '', index: 0, data: { count: 2, answers: 2 } }],
      },
      {
        title: 'white space and case do not count',
        records: [
          pair('Great film!', 'positive'),
          pair('So so.', 'neutral'),
          pair('great  film! ', 'negative'),
        ],
        finds: [{ message: 'differ', pointer: '', index: 0, data: { count: 2, answers: 2 } }],
      },
    ],
  },
  measured: { records: 98842, flagged: 106, inspected: 16, wrong: 0, on: '2026-11-25' },
  create:
    () =>
    ({ places, answers }, report) => {
      const [first, ...others] = places;
      if (answers < 2 || first === undefined) return;
      const related = others.slice(0, MOST).map((at) => ({ at, label: 'and here' }));
      report({ message: 'differ', pointer: '', data: { count: places.length, answers }, related }, first);
    },
});
