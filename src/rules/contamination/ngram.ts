// An item of an evaluation set stands in the training data, whole or in long runs of its words.

import { defineDatasetRule } from '../../model/rule.ts';
import { addLeaks, dataOf, emptyLeaks, type Leaks, mergeLeaks } from '../leaks.ts';
import { chat } from '../sample.ts';

const QUESTION =
  'A farmer sold 48 sacks of potatoes in April and half as many in May. How many sacks of them did he sell altogether in the two months?';

export const ngram = defineDatasetRule({
  id: 'contamination/ngram',
  title: 'Evaluation item in the training data',
  why: 'The model learns the answer by heart, and the evaluation measures memory instead of skill.',
  mend: 'Remove the record from the training data; never change the evaluation set instead.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'drop',
  options: {},
  messages: {
    exact: '{item} stands whole in {count#record}, here first: “{text}”.',
    overlap:
      '{percent} % of the words of {item} stand here in runs of eight or more, the longest {words}: “{text}”.',
  },
  sources: [
    {
      title: 'Tulu 3: decontamination by 8-grams and their coverage',
      url: 'https://arxiv.org/abs/2411.15124',
      read: '2026-11-22',
    },
    { title: 'GPT-3: 13-grams', url: 'https://arxiv.org/abs/2005.14165', read: '2026-11-22' },
  ],
  examples: {
    good: [
      {
        title: 'another question',
        record: chat('How many legs have 48 spiders?', '384'),
        against: [{ prompt: QUESTION, completion: '72' }],
      },
      { title: 'no evaluation set', record: chat(QUESTION, '72') },
    ],
    bad: [
      {
        title: 'word for word, in capitals and without its marks',
        record: chat(`Please solve: ${QUESTION.toUpperCase().replaceAll('.', '')}`, '72'),
        against: [{ prompt: QUESTION, completion: '72' }],
        finds: [{ message: 'exact', pointer: '', index: 0 }],
      },
      {
        title: 'one word more',
        record: chat(QUESTION.replace('How', 'So how'), '72'),
        against: [{ prompt: QUESTION, completion: '72' }],
        finds: [{ message: 'overlap', pointer: '', index: 0 }],
      },
    ],
  },
  measured: { records: 6716, flagged: 51, inspected: 9, wrong: 1, on: '2026-11-25' },
  create: ({ evaluation }) => ({
    empty: emptyLeaks,
    add: (state: Leaks, view) => addLeaks(state, evaluation, view),
    merge: mergeLeaks,
    finish(state, report) {
      if (evaluation === undefined) return;
      for (const [, leak] of [...state].sort(([a], [b]) => a - b)) {
        const { kind } = leak.match;
        if (kind === 'rephrased') continue;
        const { records, ...data } = dataOf(leak, evaluation);
        report({ message: kind, pointer: '', data: { ...data, count: records ?? 1 } }, leak.at);
      }
    },
  }),
});
