// A score that contradicts the choice.

import { defineRecordRule } from '../../model/rule.ts';
import { scoresOf } from '../pairs.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

export const invertedMargin = defineRecordRule({
  id: 'preference/inverted-margin',
  title: 'Scores contradict the choice',
  why: 'The answer marked as better has the lower score: one of the two is wrong.',
  mend: 'Swap the answers, or put the scores right.',
  severity: 'error',
  kinds: ['preference'],
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: {
    inverted: 'The better answer has the score {chosen}, the worse one {rejected}.',
  },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      {
        title: 'higher',
        record: { prompt: 'Capital?', chosen: 'Lima', rejected: 'Quito', score_chosen: 9, score_rejected: 2 },
      },
      {
        title: 'a tie, which is another matter',
        record: { prompt: 'Capital?', chosen: 'Lima', rejected: 'Quito', score_chosen: 5, score_rejected: 5 },
      },
      { title: 'no scores', record: { prompt: 'Capital of Peru?', chosen: 'Lima', rejected: 'Quito' } },
    ],
    bad: [
      {
        title: 'lower',
        record: { prompt: 'Capital?', chosen: 'Lima', rejected: 'Quito', score_chosen: 2, score_rejected: 9 },
        finds: [{ message: 'inverted', pointer: '/rejected', data: { chosen: 2, rejected: 9 } }],
      },
      {
        title: 'ratings by another name',
        record: {
          prompt: 'Capital?',
          chosen: 'Lima',
          rejected: 'Quito',
          'chosen-rating': 0.2,
          'rejected-rating': 0.9,
        },
        finds: [{ message: 'inverted', pointer: '/rejected', data: { chosen: 0.2, rejected: 0.9 } }],
      },
    ],
  },
  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: () => (view, report) => {
    const scores = scoresOf(view);
    if (scores === undefined || scores[1] <= scores[0] || view.example.kind !== 'preference') return;
    const [chosen, rejected] = scores;
    const pointer = view.example.answers[1]?.pointer ?? '';
    report({ message: 'inverted', pointer, data: { chosen, rejected } });
  },
});
