// The verdict of a judge inside an answer.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { findAll } from '../../text/find-all.ts';
import { chat, pair } from '../sample.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

const SCORE =
  /(?<=^|\n)(?:(?:Overall )?(?:Score|Rating): ?(?:\d{1,2}(?:\.\d)? ?\/ ?\d{1,3}|\[\[\d{1,2}\]\])|(?:Final )?Verdict: ?\[\[[ABC]\]\])(?=\s{0,5}(?:\n|$))/g;

export const judgeScaffold = defineRecordRule({
  id: 'residue/judge-scaffold',
  title: 'Score of a judge',
  why: 'The set was graded by a model and the grade left in; the model learns to grade itself.',
  mend: 'Remove the score.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { score: 'The answer holds a score: “{text}”.' },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      { title: 'it was asked for', record: chat('Rate this essay.', 'Score: 8/10') },
      { title: 'in a sentence', record: chat('Who won?', 'The final score: 3 to 1.') },
    ],
    bad: [
      {
        title: 'out of ten',
        record: chat('Capital of Peru?', 'Lima\nScore: 9/10'),
        finds: [{ message: 'score', pointer: '/messages/1/content', data: { text: 'Score: 9/10' } }],
      },
      {
        title: 'in brackets',
        record: pair('Capital of Peru?', 'Lima [[9]]\nRating: [[9]]'),
        finds: [{ message: 'score', pointer: '/completion', data: { text: 'Rating: [[9]]' } }],
      },
    ],
  },

  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-24' },
  create: ({ hint }) => {
    const words = hint(['score:', 'rating:', 'verdict:']);
    const about = hint([
      'score',
      'rat',
      'judge',
      'evaluat',
      'compare',
      'grade',
      'review',
      'assess',
      'feedback',
      'critique',
      'feedback',
      'movie',
      'film',
      'restaurant',
      '评',
    ]);
    return (view, report) => {
      for (const turn of view.turns) {
        if (!turn.learned || !turn.has(words)) continue;
        const found = findAll(turn.text, SCORE);
        if (found === undefined || view.promptHas(about)) continue;
        report({
          message: 'score',
          pointer: textPointer(turn.message),
          data: { text: found.text },
          near: found.at,
        });
      }
    };
  },
});
