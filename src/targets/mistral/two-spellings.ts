// Both spellings of one thing: the trainer takes either, and fails on both.

import { isObject, member } from '../../model/json.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { FINETUNE } from './service.ts';

const user = { role: 'user', content: 'Say hello.' };
const answer = { role: 'assistant', content: 'Hello!' };
const PAIRS = [
  ['messages', 'interactions'],
  ['tools', 'available_tools'],
] as const;

export const twoSpellings = defineRecordRule({
  id: 'target/mistral-two-spellings',
  title: 'Both spellings of a member',
  why: 'mistral-finetune takes messages or interactions, content or text, and ends with an error where both are there.',
  mend: 'Keep one of the two.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { both: '{second} stands beside {first}.' },
  sources: [FINETUNE],
  examples: {
    good: [
      { title: 'messages', target: 'mistral-sft', record: { messages: [user, answer] } },
      { title: 'interactions', target: 'mistral-sft', record: { interactions: [user, answer] } },
    ],
    bad: [
      {
        title: 'messages and interactions',
        target: 'mistral-sft',
        record: { messages: [user, answer], interactions: [user, answer] },
        finds: [
          { message: 'both', pointer: '/interactions', data: { first: 'messages', second: 'interactions' } },
        ],
      },
      {
        title: 'content and text',
        target: 'mistral-sft',
        record: { messages: [user, { ...answer, text: 'Hello!' }] },
        finds: [{ message: 'both', pointer: '/messages/1/text', data: { first: 'content', second: 'text' } }],
      },
    ],
  },
  create:
    () =>
    ({ value }, report) => {
      for (const [first, second] of PAIRS) {
        if (Object.hasOwn(value, first) && Object.hasOwn(value, second)) {
          report({ message: 'both', pointer: `/${second}`, data: { first, second } });
        }
      }
      for (const key of PAIRS[0]) {
        const messages = member(value, key);
        if (!Array.isArray(messages)) continue;
        messages.forEach((message, index) => {
          if (!isObject(message) || !Object.hasOwn(message, 'content') || !Object.hasOwn(message, 'text'))
            return;
          const data = { first: 'content', second: 'text' };
          report({ message: 'both', pointer: `/${key}/${index}/text`, data });
        });
      }
    },
});
