// A rare system prompt that differs from a frequent one by little more than a slip of the hand.

import { share } from '../../model/option.ts';
import { defineDatasetRule } from '../../model/rule.ts';
import {
  type CappedCounter,
  countKey,
  emptyCounter,
  mergeCounter,
  readCounter,
} from '../../tally/capped-counter.ts';
import { foldText } from '../../text/normal-forms.ts';
import { chatWith, many } from '../sample.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

/** A set with more system prompts than this has one of its own for every record. */
const MOST = 200;
const LOOKED_AT = 4000;
/** The share of a prompt that may differ for it to be the same one. */
const ALIKE = 0.05;
const SHORTEST = 20;
const SHOWN = 60;
const ask = (system: string) => (n: number) => chatWith(system, `What is ${n}?`, `A number, ${n}.`);

export const systemDrift = defineDatasetRule({
  id: 'distribution/system-drift',
  title: 'System prompt in several wordings',
  why: 'In use there will be one wording; what was learned under another one counts for less.',
  mend: 'Give these records the wording that the others have.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {
    share: share(0.1, 'The share of the frequent wording’s records that the rare one has at most.'),
  },
  messages: { drift: '{few#record} have “{rare}” where {count} have “{usual}”.' },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      { title: 'one wording', records: many(60, ask('You are a kind helper for numbers.')) },
      {
        title: 'two tasks',
        records: [
          ...many(60, ask('You are a kind helper for numbers.')),
          ...many(3, ask('Translate what the user says into French.')),
        ],
      },
      {
        title: 'case and white space do not count',
        records: [
          ...many(60, ask('You are a kind helper for numbers.')),
          ...many(3, ask('You are a kind  helper for numbers.\n')),
        ],
      },
    ],
    bad: [
      {
        title: 'a letter',
        records: [
          ...many(60, ask('You are a kind helper for numbers.')),
          ...many(2, ask('You are a kind helper for number.')),
        ],
        finds: [
          {
            message: 'drift',
            pointer: '',
            data: { few: 2, rare: '…nd helper for number.', count: 60, usual: '…nd helper for numbers.' },
          },
        ],
      },
      {
        title: 'a mark at the end, in two wordings',
        records: [
          ...many(60, ask('You are a kind helper for numbers')),
          ask('You are a kind helper for numbers!')(1),
          ...many(2, ask('You are a kind helper for number s')),
        ],
        finds: [
          { message: 'drift', pointer: '' },
          { message: 'drift', pointer: '' },
        ],
      },
    ],
  },
  measured: { records: 98842, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: ({ options }) => ({
    empty: (): CappedCounter => emptyCounter(MOST),
    add(state: CappedCounter, { turns }) {
      const [first] = turns;
      if (first === undefined || (first.role !== 'system' && first.role !== 'developer')) return;
      if (first.text.length >= SHORTEST) countKey(state, first.text.slice(0, LOOKED_AT));
    },
    merge: mergeCounter,
    finish(state: CappedCounter, report) {
      const { counts, other } = readCounter(state);
      if (other > 0) return;
      const prompts = counts.map(([text, records]) => ({ text: foldText(text), records }));
      for (const rare of prompts) {
        const usual = prompts.find(
          ({ text, records }) => rare.records < options.share * records && isAlike(rare.text, text),
        );
        if (usual === undefined) continue;
        const from = Math.max(0, sameStart(rare.text, usual.text) - SHOWN / 3);
        const shown = (text: string) => `${from > 0 ? '…' : ''}${text.slice(from, from + SHOWN)}`;
        report({
          message: 'drift',
          pointer: '',
          data: { few: rare.records, rare: shown(rare.text), count: usual.records, usual: shown(usual.text) },
        });
      }
    },
  }),
});

function sameStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  return at;
}

/** All but one short stretch is equal: linear, where an edit distance would be quadratic. */
function isAlike(a: string, b: string): boolean {
  if (a === b) return false;
  const start = sameStart(a, b);
  let end = 0;
  const most = Math.min(a.length, b.length) - start;
  while (end < most && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end += 1;
  return Math.max(a.length, b.length) - start - end <= Math.max(2, ALIKE * Math.max(a.length, b.length));
}
