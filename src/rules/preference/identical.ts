// The better and the worse answer are the same.

import type { Message } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';

export const identical = defineRecordRule({
  id: 'preference/identical',
  title: 'Both answers are the same',
  why: 'There is nothing to prefer; the gradient is zero or noise.',
  mend: 'Remove the pair, or bring back the answer that was lost.',
  severity: 'error',
  kinds: ['preference'],
  stage: 'stable',
  since: '0.1.0',
  fix: 'drop',
  options: {},
  messages: { same: 'The two answers are the same text.' },
  sources: [
    {
      title: 'Pal et al., Smaug: fixing failure modes of preference optimisation',
      url: 'https://arxiv.org/abs/2402.13228',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      { title: 'different', record: { prompt: 'Capital of Peru?', chosen: 'Lima', rejected: 'Quito' } },
      {
        title: 'another word',
        record: { prompt: 'Capital of Peru?', chosen: 'It is Lima.', rejected: 'It is Quito.' },
      },
    ],
    bad: [
      {
        title: 'the same',
        record: { prompt: 'Capital of Peru?', chosen: 'Lima', rejected: 'Lima' },
        finds: [{ message: 'same', pointer: '/rejected' }],
      },
      {
        title: 'white space and case do not count',
        record: { prompt: 'Capital of Peru?', chosen: 'It is Lima.', rejected: 'it is  lima. ' },
        finds: [{ message: 'same', pointer: '/rejected' }],
      },
    ],
  },
  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-24' },
  create: () => (view, report) => {
    if (view.example.kind !== 'preference') return;
    const best = view.turns.slice(view.example.prompt.length);
    let from = 0;
    for (const { messages, pointer } of view.example.answers.slice(1)) {
      const worse = view.rejected.slice(from, from + messages.length);
      from += messages.length;
      if (worse.length !== best.length || best.length === 0) continue;
      if (
        best.every(
          (turn, i) => worse[i]?.sameAs(turn) === true && callsAlike(turn.message, worse[i]?.message),
        )
      ) {
        report({ message: 'same', pointer });
      }
    }
  },
});

/** Two turns may say the same and call different tools. */
const callsAlike = (a: Message, b: Message | undefined): boolean =>
  typeof a.content === 'string' ||
  (b !== undefined && JSON.stringify(a.content) === JSON.stringify(b.content));
