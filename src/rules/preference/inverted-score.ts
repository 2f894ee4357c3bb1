// A score that contradicts the choice.

import { member } from '../../model/json.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

/** Where sets keep the scores of the two answers. */
const KEYS = [
  ['score_chosen', 'score_rejected'],
  ['chosen_score', 'rejected_score'],
] as const;

export const invertedScore = defineRecordRule({
  id: 'preference/inverted-score',
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
    equal: 'Both answers have the score {chosen}.',
  },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      {
        title: 'higher',
        record: { prompt: 'Capital?', chosen: 'Lima', rejected: 'Quito', score_chosen: 9, score_rejected: 2 },
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
        title: 'equal',
        record: { prompt: 'Capital?', chosen: 'Lima', rejected: 'Quito', score_chosen: 5, score_rejected: 5 },
        finds: [{ message: 'equal', pointer: '/rejected', data: { chosen: 5, rejected: 5 } }],
      },
    ],
  },
  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-24' },
  create: () => (view, report) => {
    if (view.example.kind !== 'preference') return;
    const [best, worse] = view.example.answers;
    if (best === undefined || worse === undefined) return;
    for (const [better, lesser] of KEYS) {
      const chosen = best.score ?? member(view.value, better);
      const rejected = worse.score ?? member(view.value, lesser);
      if (typeof chosen !== 'number' || typeof rejected !== 'number' || rejected < chosen) continue;
      const message = rejected > chosen ? 'inverted' : 'equal';
      report({ message, pointer: worse.pointer, data: { chosen, rejected } });
      return;
    }
  },
});
