// Prompts that begin with the same words.

import { hash32 } from '../../model/hash.ts';
import { share } from '../../model/option.ts';
import { defineDatasetRule } from '../../model/rule.ts';
import { addHeavy, type Heavy } from '../../tally/heavy.ts';
import { endOfFirstWords } from '../../text/edge-words.ts';
import { commonPart } from '../common-part.ts';
import { chat, many } from '../sample.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

const SHORTEST = 20;

export const repeatedOpening = defineDatasetRule({
  id: 'distribution/repeated-opening',
  title: 'Prompts begin alike',
  why: 'The set shows the model one kind of question; it may not know what to do with another.',
  mend: 'Write the questions in more ways, unless a program will always ask so.',
  severity: 'info',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: { share: share(0.25, 'The share of prompts that may begin with the same four words.') },
  messages: { shared: '{count#prompt} of {total} begin with “{text}”.' },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      {
        title: 'all different',
        records: many(60, (n) => chat(`${n} plus ${n} makes how much?`, `${2 * n}`)),
      },
      {
        title: 'a small set',
        records: many(10, (n) => chat(`How much is the number ${n} times ${n}?`, `${n * n}`)),
      },
    ],
    bad: [
      {
        title: 'all of them',
        records: many(60, (n) => chat(`How much is the number ${n} times ${n}?`, `${n * n}`)),
        finds: [{ message: 'shared', pointer: '', data: { count: 60, total: 60, text: 'how much is the' } }],
      },
      {
        title: 'every other',
        records: many(80, (n) =>
          chat(n % 2 ? `How much is the number ${n} times ${n}?` : `${n} plus ${n} is how many?`, `${n * n}`),
        ),
        finds: [{ message: 'shared', pointer: '', data: { count: 40, total: 80, text: 'how much is the' } }],
      },
    ],
  },
  measured: { records: 98842, flagged: 4, inspected: 4, wrong: 0, on: '2026-11-25' },
  create: ({ options }) => ({
    ...commonPart(options.share),
    add(state: Heavy, view) {
      const turn = view.turns.find(({ role }) => role === 'user');
      if (turn === undefined || turn.text.length < SHORTEST) return;
      const end = endOfFirstWords(turn.text, 4);
      if (end === undefined) return;
      const opening = turn.text.slice(0, end).trimStart().toLowerCase();
      addHeavy(state, hash32(opening), view.at, opening);
    },
  }),
});
