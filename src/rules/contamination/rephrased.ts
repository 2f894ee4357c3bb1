// A question of the training data says what an item of an evaluation set says, in other words.

import { defineDatasetRule } from '../../model/rule.ts';
import { addLeaks, dataOf, emptyLeaks, type Leaks, mergeLeaks } from '../leaks.ts';
import { chat } from '../sample.ts';

const QUESTION = 'A farmer sold 48 sacks of potatoes in April and half as many in May. How many did he sell?';
const OTHERS = [
  'Natalia baked 30 muffins for the fair and gave 12 of them to her neighbours before it opened.',
  'The train leaves Hamburg at nine and reaches Munich six hours later with two stops on the way.',
  'Ben reads 20 pages of his novel every evening and 35 pages on each day of the weekend.',
].map((prompt) => ({ prompt, completion: '7' }));

export const rephrased = defineDatasetRule({
  id: 'contamination/rephrased',
  title: 'Evaluation item rephrased',
  why: 'Other words do not help: the model learns the item, and the evaluation measures memory instead of skill.',
  mend: 'Compare the two; remove the record from the training data if it asks the same.',
  severity: 'info',
  stage: 'stable',
  since: '0.1.0',
  fix: 'drop',
  options: {},
  messages: {
    alike: 'It has the rare words of {item} (likeness {percent} %): “{text}”.',
  },
  sources: [
    {
      title: 'Rethinking benchmarks and contamination with rephrased samples',
      url: 'https://arxiv.org/abs/2311.04850',
      read: '2026-11-25',
    },
  ],
  examples: {
    good: [
      {
        title: 'another question of the same kind',
        record: chat(
          'A grocer sold 48 crates of pears in June and twice as many in July. What did he earn?',
          '72',
        ),
        against: [{ prompt: QUESTION, completion: '72' }, ...OTHERS],
      },
      { title: 'no evaluation set', record: chat(QUESTION, '72') },
    ],
    bad: [
      {
        title: 'the sentences turned around',
        record: chat(
          'In May a farmer sold half as many sacks of potatoes as in April, when he sold 48. How many sacks in all?',
          '72',
        ),
        against: [{ prompt: QUESTION, completion: '72' }, ...OTHERS],
        finds: [{ message: 'alike', pointer: '', index: 0 }],
      },
      {
        title: 'words put between',
        record: chat(
          'In April, 48 big sacks of fresh potatoes were sold by a farmer, and then in May half as many. How many sacks?',
          '72',
        ),
        against: [{ prompt: QUESTION, completion: '72' }, ...OTHERS],
        finds: [{ message: 'alike', pointer: '', index: 0 }],
      },
    ],
  },
  // Of 30 rephrasings planted among GSM8K questions 27 are found, and no other question (tests/dedupe); they are not
  // counted here. Short programming tasks are where it is wrong.
  measured: { records: 6716, flagged: 18, inspected: 10, wrong: 4, on: '2026-11-25' },
  create: ({ evaluation }) => ({
    empty: emptyLeaks,
    add: (state: Leaks, view) => addLeaks(state, evaluation, view),
    merge: mergeLeaks,
    finish(state, report) {
      if (evaluation === undefined) return;
      for (const [, leak] of [...state].sort(([a], [b]) => a - b)) {
        if (leak.match.kind !== 'rephrased') continue;
        const { item = '', percent = 0, text = '' } = dataOf(leak, evaluation);
        report({ message: 'alike', pointer: '', data: { item, percent, text } }, leak.at);
      }
    },
  }),
});
