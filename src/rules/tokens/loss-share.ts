// Hardly any of what is trained on is learned: long prompts, short answers.

import { share } from '../../model/option.ts';
import { defineFigureRule } from '../../model/rule.ts';
import { chat, many, pair } from '../sample.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

const FEWEST = 20;

export const lossShare = defineFigureRule({
  id: 'tokens/loss-share',
  title: 'Little is learned per token',
  why: 'The whole of each record is paid for and computed, and only the tokens of answers teach anything.',
  mend: 'Shorten what all prompts share, or let a model without fine-tuning do it; some trainers can learn prompts too.',
  severity: 'info',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: { share: share(0.01, 'The share of tokens that answers should have at least.') },
  messages: { little: '{learned} of {total} tokens stand in answers.' },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      { title: 'a good part', records: many(40, (n) => chat(`What is ${n}?`, `A number, ${n}.`)) },
      { title: 'a few records', records: many(3, (n) => chat('word '.repeat(400), `${n}`)) },
    ],
    bad: [
      {
        title: 'a label after a page',
        records: many(40, (n) => chat(`${n} ${'word '.repeat(400)}`, 'yes')),
        finds: [{ message: 'little', pointer: '' }],
      },
      {
        title: 'a number after a page',
        records: many(40, (n) => pair(`${n} ${'word '.repeat(300)}`, '7')),
        finds: [{ message: 'little', pointer: '' }],
      },
    ],
  },
  measured: { records: 98842, flagged: 2, inspected: 2, wrong: 0, on: '2026-11-25' },
  create:
    ({ options }) =>
    ({ tokens, records }, report) => {
      const { learned, total } = tokens;
      // Where nothing at all is learned, other rules speak.
      if (records.read < FEWEST || learned === 0 || learned >= options.share * total) return;
      report({ message: 'little', pointer: '', data: { learned, total } });
    },
});
