// Most prompts are one template with other words filled in.

import { share } from '../../model/option.ts';
import { comparePositions } from '../../model/position.ts';
import { defineDatasetRule } from '../../model/rule.ts';
import { draw, emptySample, isWanted, mergeSample, readSample, type Sample } from '../../tally/sample.ts';
import { wilsonLow } from '../../tally/share.ts';
import { chat, many, pair } from '../sample.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

const SAMPLED = 500;
const FEWEST = 50;
const LOOKED_AT = 400;
const SHORTEST = 20;
const SHOWN = 100;
/** What is filled in: quotations, numbers, names, and what stands in brackets. */
const FILLED =
  /"[^"\n]{0,200}"|“[^”\n]{0,200}”|'[^'\n]{2,200}'|\[[^\]\n]{0,200}\]|[\d.,:%$€£/-]*\d[\d.,:%/-]*|(?<=[^.!?:\n]\s)(?:\p{Lu}[\p{L}\p{M}'’-]*\s?){1,6}/gu;

export const templateCluster = defineDatasetRule({
  id: 'duplicates/template-cluster',
  title: 'Prompts made from one template',
  why: 'The set holds as many prompts as the template was filled, and yet the model sees one kind of question.',
  mend: 'Write the questions in more ways, unless a program will always ask so.',
  severity: 'info',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: { share: share(0.5, 'The share of prompts that may follow one template.') },
  messages: { template: '{count} of {total#prompt} drawn follow one template: “{text}”.' },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      {
        title: 'other words each time',
        records: many(80, (n) =>
          chat(
            `${['tell', 'say', 'write', 'ask', 'show', 'draw', 'send'][n % 7]} what ${'abcdefghij'[n % 10]}${n} is made of today`,
            `${n}`,
          ),
        ),
      },
      {
        title: 'a small set',
        records: many(20, (n) => chat(`How much is the number ${n} times ${n}?`, `${n * n}`)),
      },
    ],
    bad: [
      {
        title: 'numbers',
        records: many(80, (n) => chat(`how much is the number ${n} times ${n}?`, `${n * n}`)),
        finds: [
          {
            message: 'template',
            pointer: '',
            data: { count: 80, total: 80, text: 'how much is the number … times …?' },
          },
        ],
      },
      {
        title: 'quotations in most',
        records: many(80, (n) =>
          pair(
            n % 4
              ? `translate “word ${n}” into the language of the sea`
              : `please say what ${n} of these is worth to you`,
            `${n}`,
          ),
        ),
        finds: [
          {
            message: 'template',
            pointer: '',
            data: { count: 60, total: 80, text: 'translate … into the language of the sea' },
          },
        ],
      },
    ],
  },
  measured: { records: 98842, flagged: 3, inspected: 3, wrong: 0, on: '2026-11-25' },
  create: ({ options }) => ({
    empty: (): Sample => emptySample(SAMPLED),
    add(state: Sample, { turns, identity, at }) {
      if (!isWanted(state, identity.promptLow)) return;
      const asked = turns.find(({ role }) => role === 'user');
      if (asked === undefined || asked.text.length < SHORTEST) return;
      draw(state, identity.promptLow, at, asked.text.slice(0, LOOKED_AT));
    },
    merge: mergeSample,
    finish(state: Sample, report) {
      const drawn = readSample(state);
      const total = drawn.length;
      if (total < FEWEST) return;
      const templates = new Map<string, { count: number; first: (typeof drawn)[number] }>();
      for (const one of drawn) {
        const key = templateOf(one.text);
        const known = templates.get(key);
        if (known === undefined) templates.set(key, { count: 1, first: one });
        else {
          known.count += 1;
          if (comparePositions(one.at, known.first.at) < 0) known.first = one;
        }
      }
      const [top] = [...templates].sort((a, b) => b[1].count - a[1].count || (a[0] < b[0] ? -1 : 1));
      if (top === undefined) return;
      const [text, { count, first }] = top;
      // A template that is all slots says nothing of the prompts.
      if (wilsonLow(count, total) <= options.share || text.replace(/[^\p{L}]/gu, '').length < SHORTEST / 2)
        return;
      const data = { count, total, text: text.slice(0, SHOWN) };
      report({ message: 'template', pointer: '', data, related: [{ at: first.at, label: 'as here' }] });
    },
  }),
});

/** The text with one mark for each thing filled in. */
const templateOf = (text: string): string =>
  text
    .replace(FILLED, (found) => (/^\p{Lu}/u.test(found) && /\s$/.test(found) ? '… ' : '…'))
    .replace(/…(?:[\s,]*…)+/g, '…')
    .replace(/\s+/g, ' ')
    .trim();
