// Much of the set does not count: broken, not understood, or said twice.

import { integer, share } from '../../model/option.ts';
import { defineFigureRule } from '../../model/rule.ts';

const pairs = (count: number, different: number) =>
  Array.from({ length: count }, (_, i) => ({
    prompt: `What is ${i % different} and 1?`,
    completion: `${(i % different) + 1}`,
  }));

export const effective = defineFigureRule({
  id: 'size/effective',
  title: 'Much of the set does not count',
  why: 'Only records that are understood and not repeated teach anything new; the rest costs tokens and misleads about the size.',
  mend: 'Mend or remove broken records, and keep one of each group of duplicates.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {
    least: share(0.7, 'The share of records that has to count.'),
    from: integer(20, 'Smaller sets are not judged.'),
  },
  messages: { lost: '{count#record} read, {effective} count.' },
  sources: [
    {
      title: 'Lee et al., Deduplicating training data makes language models better',
      url: 'https://arxiv.org/abs/2107.06499',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      { title: 'all different', records: pairs(30, 30) },
      { title: 'a few repeats', records: pairs(30, 25) },
    ],
    bad: [
      {
        title: 'half of it repeated',
        records: pairs(40, 20),
        finds: [{ message: 'lost', pointer: '', data: { count: 40, effective: 20 } }],
      },
      {
        title: 'everything repeated',
        records: pairs(30, 3),
        finds: [{ message: 'lost', pointer: '', data: { count: 30, effective: 3 } }],
      },
    ],
  },
  measured: { records: 98842, flagged: 1, inspected: 1, wrong: 0, on: '2026-11-25' },
  create:
    ({ options }) =>
    ({ records }, report) => {
      // Where nothing at all was understood, that is said already.
      if (records.effective === 0 || records.read < options.from) return;
      if (records.effective >= options.least * records.read) return;
      report({ message: 'lost', pointer: '', data: { count: records.read, effective: records.effective } });
    },
});
