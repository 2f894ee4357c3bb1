// Answers that end with the same words.

import { hash32 } from '../../model/hash.ts';
import { share } from '../../model/option.ts';
import { defineDatasetRule } from '../../model/rule.ts';
import { addHeavy, type Heavy } from '../../tally/heavy.ts';
import { startOfLastWords } from '../../text/edge-words.ts';
import { commonPart } from '../common-part.ts';
import { chat, many } from '../sample.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

const SHORTEST = 30;

export const boilerplateCloser = defineDatasetRule({
  id: 'residue/boilerplate-closer',
  title: 'Answers end alike',
  why: 'Stock words teach a manner of speaking; where programs read the answer, they are in the way.',
  mend: 'Cut the stock words, unless the manner is meant.',
  severity: 'info',
  severityFor: { extraction: 'warning', classification: 'warning' },
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: { share: share(0.2, 'The share of answers that may end with the same six words.') },
  messages: { shared: '{count#answer} of {total} end with “{text}”.' },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      {
        title: 'all different',
        records: many(60, (n) =>
          chat(
            `Tell of ${n}.`,
            `It is a number that stands before the number named ${n + 1} and after ${n - 1}.`,
          ),
        ),
      },
      {
        title: 'a small set',
        records: many(10, (n) => chat(`Tell of ${n}.`, `${n}. Let me know if you have more questions!`)),
      },
    ],
    bad: [
      {
        title: 'all of them',
        records: many(60, (n) =>
          chat(`Tell of ${n}.`, `${n} is a number. Let me know if you have more questions!`),
        ),
        finds: [
          {
            message: 'shared',
            pointer: '',
            data: { count: 60, total: 60, text: 'know if you have more questions!' },
          },
        ],
      },
      {
        title: 'every other',
        records: many(80, (n) =>
          chat(
            `Tell of ${n}.`,
            n % 2
              ? `${n} is a number. Let me know if you have more questions!`
              : `It is a number that stands before ${n + 1}.`,
          ),
        ),
        finds: [
          {
            message: 'shared',
            pointer: '',
            data: { count: 40, total: 80, text: 'know if you have more questions!' },
          },
        ],
      },
    ],
  },

  measured: { records: 55597, flagged: 1, inspected: 1, wrong: 0, on: '2026-11-24' },
  create: ({ options }) => ({
    ...commonPart(options.share),
    add(state: Heavy, view) {
      for (const { learned, text } of view.turns) {
        if (!learned || text.length < SHORTEST) continue;
        const closer = closerOf(text);
        if (closer !== undefined) addHeavy(state, hash32(closer), view.at, closer);
      }
    },
  }),
});

/** The last six words, if there are more. */
function closerOf(text: string): string | undefined {
  const start = startOfLastWords(text, 6);
  return start === undefined ? undefined : text.slice(start).trimEnd().toLowerCase();
}
