// Keys of a message that ms-swift deletes.

import { isObject, member } from '../../model/json.ts';
import { defineRecordRule } from '../../model/rule.ts';

const KEYS = ['reasoning_content', 'weight', 'name'] as const;
const record = (more: object) => ({
  messages: [
    { role: 'user', content: 'Hi' },
    { role: 'assistant', content: 'Hello!', ...more },
  ],
});

export const lostKeys = defineRecordRule({
  id: 'target/ms-swift-lost-keys',
  title: 'Key that ms-swift deletes',
  why: 'ms-swift keeps role, content, loss and loss_scale of a message and deletes every other key without a word: thoughts are not learned, and a weight of 0 is.',
  mend: 'Write loss: false for a weight of 0, and thoughts into the content.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { key: 'The key {key} of the turn is deleted.' },
  sources: [
    {
      title: 'ms-swift, swift/dataset/preprocessor/core.py at 3602360',
      url: 'https://github.com/modelscope/ms-swift',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      { title: 'what it keeps', target: 'ms-swift-sft', record: record({ loss: false }) },
      { title: 'a weight that says nothing new', target: 'ms-swift-sft', record: record({ weight: 1 }) },
    ],
    bad: [
      {
        title: 'thoughts',
        target: 'ms-swift-sft',
        record: record({ reasoning_content: 'A greeting.' }),
        finds: [
          { message: 'key', pointer: '/messages/1/reasoning_content', data: { key: 'reasoning_content' } },
        ],
      },
      {
        title: 'an answer that is only shown',
        target: 'ms-swift-sft',
        record: record({ weight: 0 }),
        finds: [{ message: 'key', pointer: '/messages/1/weight', data: { key: 'weight' } }],
      },
    ],
  },
  create:
    () =>
    ({ value }, report) => {
      const messages = member(value, 'messages');
      if (!Array.isArray(messages)) return;
      messages.forEach((message, index) => {
        if (!isObject(message)) return;
        for (const key of KEYS) {
          const said = member(message, key);
          if (said === undefined || said === null || said === '') continue;
          // Only an answer would be learned against its weight.
          if (key === 'weight' && (said !== 0 || message.role !== 'assistant')) continue;
          report({ message: 'key', pointer: `/messages/${index}/${key}`, data: { key } });
        }
      });
    },
});
