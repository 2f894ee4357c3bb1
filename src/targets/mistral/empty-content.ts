// Empty content beside calls, which Mistral's own repair script removes.

import { callsOf, partPointer, partsOf } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { FINETUNE } from './service.ts';

const user = { role: 'user', content: 'What is the weather in Bonn?' };
const call = { id: 'abcdefghi', type: 'function', function: { name: 'weather', arguments: '{}' } };
const record = (more: object) => ({ messages: [user, { role: 'assistant', ...more, tool_calls: [call] }] });

export const emptyContent = defineRecordRule({
  id: 'target/mistral-empty-content',
  title: 'Empty content beside calls',
  why: 'The validators take it for content that stands beside calls in some versions; the repair script of mistral-finetune drops it.',
  mend: 'Leave the key out.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { empty: 'The content beside the calls is an empty text.' },
  sources: [FINETUNE],
  examples: {
    good: [
      { title: 'no content', target: 'mistral-sft', record: record({}) },
      { title: 'content of null', target: 'mistral-sft', record: record({ content: null }) },
    ],
    bad: [
      {
        title: 'an empty text',
        target: 'mistral-sft',
        record: record({ content: '' }),
        finds: [{ message: 'empty', pointer: '/messages/1/content' }],
      },
      {
        title: 'an empty text with a weight',
        target: 'mistral-sft',
        record: record({ content: '', weight: 1 }),
        finds: [{ message: 'empty', pointer: '/messages/1/content' }],
      },
    ],
  },
  create: () => (view, report) => {
    for (const { role, message } of view.turns) {
      if (role !== 'assistant' || callsOf(message).length === 0) continue;
      const text = partsOf(message).find((part) => part.type === 'text' && part.text === '');
      if (text !== undefined) report({ message: 'empty', pointer: partPointer(message, text) });
    }
  },
});
