// A conversation in which the assistant never speaks has nothing to learn from.

import { pointerTo } from '../../model/pointer.ts';
import { defineRecordRule } from '../../model/rule.ts';

export const noAssistant = defineRecordRule({
  id: 'roles/no-assistant',
  title: 'No assistant turn',
  why: 'Only what the assistant says is learned; providers refuse a record in which it says nothing.',
  mend: 'Add the answer that should be learned, or remove the record.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  kinds: ['conversation'],
  knockOnOf: ['roles/unknown-role', 'structure/missing-field', 'structure/wrong-type'],
  options: {},
  messages: { none: 'None of the {count#turn} is by the assistant.' },
  sources: [
    {
      title: 'OpenAI cookbook, data preparation for chat fine-tuning',
      url: 'https://cookbook.openai.com/examples/chat_finetuning_data_prep',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      {
        title: 'a question and its answer',
        record: {
          messages: [
            { role: 'user', content: 'Hi' },
            { role: 'assistant', content: 'Hello!' },
          ],
        },
      },
      {
        title: 'an empty list, which is another rule’s business',
        record: { messages: [] },
      },
    ],
    bad: [
      {
        title: 'a question alone',
        record: { messages: [{ role: 'user', content: 'Hi' }] },
        finds: [{ message: 'none', pointer: '/messages', data: { count: 1 } }],
      },
      {
        title: 'a system turn and a question',
        record: {
          messages: [
            { role: 'system', content: 'Be brief.' },
            { role: 'user', content: 'Hi' },
          ],
        },
        finds: [{ message: 'none', pointer: '/messages', data: { count: 2 } }],
      },
    ],
  },
  measured: { records: 98842, flagged: 1, inspected: 1, wrong: 0, on: '2026-11-25' },
  create: () => (view, report) => {
    const [first] = view.turns;
    // A record made of fields says itself which of them is missing.
    if (first === undefined || first.message.inside === '') return;
    for (const { role } of view.turns) if (role === 'assistant') return;
    const { base } = first.message;
    report({
      message: 'none',
      pointer: base === '' ? pointerTo(first.message) : base,
      data: { count: view.turns.length },
    });
  },
});
