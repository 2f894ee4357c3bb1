// Reasoning on some answers of a record and not on others.

import { partsOf } from '../../model/example.ts';
import { pointerTo } from '../../model/pointer.ts';
import { defineRecordRule, type Turn } from '../../model/rule.ts';
import { MODELS } from './service.ts';

const user = { role: 'user', content: 'How much is 2 and 2?' };
const plain = { role: 'assistant', content: 'It is 4.' };
const thought = { ...plain, reasoning_content: 'Two and two make four.' };

export const someThoughts = defineRecordRule({
  id: 'target/fireworks-some-thoughts',
  title: 'Reasoning on some answers of a record',
  why: 'Whether the thoughts of earlier turns stay in the context is a mode of the model: a record that has them on some turns only trains on a history that inference never shows.',
  mend: 'Keep reasoning on all answers of the record, or on none.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { some: 'The answer has no reasoning, while others of the record have.' },
  sources: [
    MODELS,
    {
      title: 'Fireworks, thinking history',
      url: 'https://docs.fireworks.ai/fine-tuning/thinking-history',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      { title: 'on all', target: 'fireworks-sft', record: { messages: [user, thought, user, thought] } },
      { title: 'on none', target: 'fireworks-sft', record: { messages: [user, plain, user, plain] } },
    ],
    bad: [
      {
        title: 'on the last only',
        target: 'fireworks-sft',
        record: { messages: [user, plain, user, thought] },
        finds: [{ message: 'some', pointer: '/messages/1' }],
      },
      {
        title: 'on the first only',
        target: 'fireworks-sft',
        record: { messages: [user, thought, user, plain] },
        finds: [{ message: 'some', pointer: '/messages/3' }],
      },
    ],
  },
  create: () => (view, report) => {
    let without: Turn | undefined;
    let thoughts = false;
    for (const turn of view.turns) {
      if (turn.role !== 'assistant') continue;
      if (partsOf(turn.message).some(({ type }) => type === 'reasoning')) thoughts = true;
      else without ??= turn;
    }
    if (thoughts && without !== undefined) report({ message: 'some', pointer: pointerTo(without.message) });
  },
});
