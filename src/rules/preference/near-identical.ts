// Two answers that differ in next to nothing.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';

const SHORTEST = 40;
const MOST = 0.05;

export const nearIdentical = defineRecordRule({
  id: 'preference/near-identical',
  title: 'Answers differ in a few letters',
  why: 'Where two answers share nearly all words, DPO also makes the better one less likely.',
  mend: 'Choose pairs that differ more, or add a term that keeps the better answer likely (DPO-positive, an SFT loss).',
  severity: 'warning',
  kinds: ['preference'],
  knockOnOf: ['preference/identical'],
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { near: 'The two answers differ in {count#character} of {total}.' },
  sources: [
    {
      title: 'Pal et al., Smaug: fixing failure modes of preference optimisation',
      url: 'https://arxiv.org/abs/2402.13228',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      {
        title: 'different',
        record: {
          prompt: 'Capital of Peru?',
          chosen: 'It is Lima, a large city on the coast of the Pacific.',
          rejected: 'I think that it is Quito, but I may be wrong there.',
        },
      },
      { title: 'short ones', record: { prompt: 'Capital of Peru?', chosen: 'Lima', rejected: 'Lina' } },
    ],
    bad: [
      {
        title: 'one word',
        record: {
          prompt: 'Capital of Peru?',
          chosen: 'The capital of Peru is the large and old city of Lima.',
          rejected: 'The capital of Peru is the large and old city of Lina.',
        },
        finds: [{ message: 'near', pointer: '/rejected', data: { count: 1, total: 54 } }],
      },
      {
        title: 'a mark at the end',
        record: {
          prompt: 'Capital of Peru?',
          chosen: 'The capital of Peru is the large and old city of Lima',
          rejected: 'The capital of Peru is the large and old city of Lima.',
        },
        finds: [{ message: 'near', pointer: '/rejected', data: { count: 1, total: 54 } }],
      },
    ],
  },
  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-24' },
  create: () => (view, report) => {
    if (view.example.kind !== 'preference' || view.example.answers.length !== 2) return;
    const best = view.turns.at(-1);
    const worse = view.rejected.at(-1);
    if (best === undefined || worse === undefined || !best.learned || best.sameAs(worse)) return;
    const total = Math.max(best.text.length, worse.text.length);
    if (total < SHORTEST || Math.min(best.text.length, worse.text.length) < total * (1 - MOST)) return;
    const count = total - sharedEnds(best.text, worse.text);
    if (count > MOST * total) return;
    report({ message: 'near', pointer: textPointer(worse.message), data: { count, total } });
  },
});

/** Characters that two texts share at their beginnings and ends. */
function sharedEnds(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  let front = 0;
  while (front < shorter && a.charCodeAt(front) === b.charCodeAt(front)) front += 1;
  let back = 0;
  while (back < shorter - front && a.charCodeAt(a.length - 1 - back) === b.charCodeAt(b.length - 1 - back))
    back += 1;
  return front + back;
}
