// Weights on messages, which the trainer does not read.

import { isObject, type JsonObject, member } from '../../model/json.ts';
import { defineRecordRule } from '../../model/rule.ts';

const record = (first: object, second: object) => ({
  messages: [
    { role: 'user', content: 'Hi' },
    { role: 'assistant', content: 'Hello!', ...first },
    { role: 'user', content: 'How much is 2 and 2?' },
    { role: 'assistant', content: '4', ...second },
  ],
});

const LISTS = ['messages', 'conversations'] as const;

export const ignoredWeight = defineRecordRule({
  id: 'target/ignored-weight',
  title: 'Weight that the trainer does not read',
  why: 'Open trainers know no key weight on a message: they learn all answers, or the whole conversation, so that an answer to be shown only is learned too.',
  mend: 'Cut the record where the weight begins to matter, write the part to learn as a completion, or use what the trainer has for it: loss in ms-swift, message_field_training in Axolotl.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { weight: 'The weight 0 is not read: the answer is learned.' },
  sources: [
    {
      title: 'TRL, dataset formats and sft_trainer.py at f2cd577',
      url: 'https://github.com/huggingface/trl',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      { title: 'no weight', target: 'trl-sft', record: record({}, {}) },
      { title: 'weights that change nothing', target: 'trl-sft', record: record({ weight: 1 }, {}) },
    ],
    bad: [
      {
        title: 'an answer that is only shown',
        target: 'trl-sft',
        record: record({ weight: 0 }, { weight: 1 }),
        finds: [{ message: 'weight', pointer: '/messages/1/weight' }],
      },
      {
        title: 'the last answer',
        target: 'trl-sft',
        record: record({}, { weight: 0 }),
        finds: [{ message: 'weight', pointer: '/messages/3/weight' }],
      },
    ],
  },
  create:
    () =>
    ({ value }, report) => {
      for (const list of LISTS) {
        const messages = member(value, list);
        if (!Array.isArray(messages)) continue;
        messages.forEach((message, index) => {
          if (!isObject(message) || !isAnswer(message) || member(message, 'weight') !== 0) return;
          report({ message: 'weight', pointer: `/${list}/${index}/weight` });
        });
      }
    },
});

const isAnswer = (message: JsonObject): boolean => message.role === 'assistant' || message.from === 'gpt';
