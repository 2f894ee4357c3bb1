// One and the same answer to many questions.

import { share } from '../../model/option.ts';
import { defineDatasetRule } from '../../model/rule.ts';
import { addHeavy, type Heavy } from '../../tally/heavy.ts';
import { commonPart } from '../common-part.ts';
import { chat, many, pair } from '../sample.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

const SHORTEST = 20;
const SHOWN = 80;
/** With fewer different answers they are labels. */
const DIFFERENT = 10;

export const constantOutput = defineDatasetRule({
  id: 'answer/constant-output',
  title: 'One answer for many questions',
  why: 'The model learns to give that answer whatever is asked.',
  mend: 'Write answers to the questions, or remove most of these records.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: { share: share(0.2, 'The share of answers that may be the same.') },
  messages: { shared: '{count#answer} of {total} are the same: “{text}”.' },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      {
        title: 'all different',
        records: many(60, (n) => chat(`Tell of ${n}.`, `It is the number that comes after ${n - 1}.`)),
      },
      { title: 'labels', records: many(60, (n) => chat(`Tell of ${n}.`, n % 2 ? 'odd' : 'even')) },
    ],
    bad: [
      {
        title: 'a third',
        records: many(90, (n) =>
          chat(
            `Tell of ${n}.`,
            n % 3 ? `It is the number that comes after ${n - 1}.` : 'I know nothing about that number.',
          ),
        ),
        finds: [
          {
            message: 'shared',
            pointer: '',
            data: { count: 30, total: 90, text: 'I know nothing about that number.' },
          },
        ],
      },
      {
        title: 'a half',
        records: many(80, (n) =>
          pair(
            `Tell of ${n}.`,
            n % 2 ? `It is the number that comes after ${n - 1}.` : 'Nothing is known about it.',
          ),
        ),
        finds: [
          {
            message: 'shared',
            pointer: '',
            data: { count: 40, total: 80, text: 'Nothing is known about it.' },
          },
        ],
      },
    ],
  },
  measured: { records: 98842, flagged: 1, inspected: 1, wrong: 0, on: '2026-11-25' },
  create: ({ options }) => ({
    ...commonPart(options.share, DIFFERENT),
    add(state: Heavy, view) {
      for (let i = view.turns.length - 1; i >= 0; i -= 1) {
        const turn = view.turns[i];
        if (turn?.learned !== true) continue;
        // One word or two may be a label, of which there are few.
        if (turn.text.length >= SHORTEST)
          addHeavy(state, view.identity.answerLow, view.at, turn.text.slice(0, SHOWN));
        return;
      }
    },
  }),
});
