// Answers that begin with the same words.

import { hash32 } from '../../model/hash.ts';
import { share } from '../../model/option.ts';
import { defineDatasetRule } from '../../model/rule.ts';
import { addHeavy, type Heavy } from '../../tally/heavy.ts';
import { endOfFirstWords } from '../../text/edge-words.ts';
import { commonPart } from '../common-part.ts';
import { chat, many } from '../sample.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

const SHORTEST = 30;

export const boilerplateOpener = defineDatasetRule({
  id: 'residue/boilerplate-opener',
  title: 'Answers begin alike',
  why: 'Stock words teach a manner of speaking; where programs read the answer, they are in the way.',
  mend: 'Cut the stock words, unless the manner is meant.',
  severity: 'info',
  severityFor: { extraction: 'warning', classification: 'warning' },
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: { share: share(0.2, 'The share of answers that may begin with the same four words.') },
  messages: { shared: '{count#answer} of {total} begin with “{text}”.' },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      {
        title: 'all different',
        records: many(60, (n) =>
          chat(
            `Tell of ${n}.`,
            `${n} and ${n + 1} are next. ${'It is a number that many people like, and it stands in many a song and tale'}`,
          ),
        ),
      },
      {
        title: 'a small set',
        records: many(10, (n) => chat(`Tell of ${n}.`, `Sure, here is what I know of ${n}.`)),
      },
    ],
    bad: [
      {
        title: 'all of them',
        records: many(60, (n) => chat(`Tell of ${n}.`, `Sure, here is what I know of ${n}.`)),
        finds: [
          { message: 'shared', pointer: '', data: { count: 60, total: 60, text: 'sure, here is what' } },
        ],
      },
      {
        title: 'every other',
        records: many(80, (n) =>
          chat(
            `Tell of ${n}.`,
            n % 2 ? `Sure, here is what I know of ${n}.` : `${n} is the number that comes before ${n + 1}.`,
          ),
        ),
        finds: [
          { message: 'shared', pointer: '', data: { count: 40, total: 80, text: 'sure, here is what' } },
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
        const opener = openerOf(text);
        if (opener !== undefined) addHeavy(state, hash32(opener), view.at, opener);
      }
    },
  }),
});

/** The first four words, if there are more. */
function openerOf(text: string): string | undefined {
  const end = endOfFirstWords(text, 4);
  return end === undefined ? undefined : text.slice(0, end).trimStart().toLowerCase();
}
