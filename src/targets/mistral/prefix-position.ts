// `prefix`, which says that the last answer is to be continued.

import { isObject, member } from '../../model/json.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { COMMON } from './service.ts';

const user = { role: 'user', content: 'Say hello.' };
const answer = { role: 'assistant', content: 'Hello!' };
const prefix = { ...answer, prefix: true };

export const prefixPosition = defineRecordRule({
  id: 'target/mistral-prefix-position',
  title: 'Prefix that is not the last message',
  why: "Mistral's validator takes prefix on the last message only.",
  mend: 'Remove it from the earlier message.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { early: 'The message is a prefix, and others follow it.' },
  sources: [COMMON],
  examples: {
    good: [
      { title: 'the last one', target: 'mistral-sft', record: { messages: [user, prefix] } },
      {
        title: 'false, anywhere',
        target: 'mistral-sft',
        record: { messages: [user, { ...answer, prefix: false }, user, answer] },
      },
    ],
    bad: [
      {
        title: 'an earlier one',
        target: 'mistral-sft',
        record: { messages: [user, prefix, user, answer] },
        finds: [{ message: 'early', pointer: '/messages/1/prefix' }],
      },
      {
        title: 'both',
        target: 'mistral-sft',
        record: { messages: [user, prefix, user, prefix] },
        finds: [{ message: 'early', pointer: '/messages/1/prefix' }],
      },
    ],
  },
  create:
    () =>
    ({ value }, report) => {
      for (const key of ['messages', 'interactions']) {
        const messages = member(value, key);
        if (!Array.isArray(messages)) continue;
        messages.slice(0, -1).forEach((message, index) => {
          if (!isObject(message) || message.prefix !== true) return;
          report({ message: 'early', pointer: `/${key}/${index}/prefix` });
        });
      }
    },
});
