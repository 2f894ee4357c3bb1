// Empty lists of tools and of calls, which chat templates do not take for none.

import { isObject, type JsonValue, member } from '../../model/json.ts';
import { defineRecordRule } from '../../model/rule.ts';

const user = { role: 'user', content: 'Hi' };
const answer = { role: 'assistant', content: 'Hello!' };

export const emptyTools = defineRecordRule({
  id: 'target/empty-tools',
  title: 'Empty list of tools',
  why: 'Chat templates ask whether the key is there: an empty list makes those of Llama print the words for tools, and those of Llama, DeepSeek and GPT-OSS fail on a turn.',
  mend: 'Leave the key out.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: {
    tools: 'tools is an empty list.',
    calls: 'tool_calls is {found}.',
  },
  sources: [
    {
      title: 'TRL, sft_trainer.py and chat templates at f2cd577, rendered',
      url: 'https://github.com/huggingface/trl',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      { title: 'no tools', target: 'trl-sft', record: { messages: [user, answer] } },
      { title: 'tools of null', target: 'trl-sft', record: { messages: [user, answer], tools: null } },
    ],
    bad: [
      {
        title: 'an empty list of tools',
        target: 'trl-sft',
        record: { messages: [user, answer], tools: [] },
        finds: [{ message: 'tools', pointer: '/tools' }],
      },
      {
        title: 'an empty list of calls',
        target: 'trl-sft',
        record: { messages: [user, { ...answer, tool_calls: [] }] },
        finds: [{ message: 'calls', pointer: '/messages/1/tool_calls', data: { found: 'an empty list' } }],
      },
      {
        title: 'calls of null',
        target: 'trl-sft',
        record: { messages: [user, { ...answer, tool_calls: null }] },
        finds: [{ message: 'calls', pointer: '/messages/1/tool_calls', data: { found: 'null' } }],
      },
    ],
  },
  create:
    () =>
    ({ value }, report) => {
      if (isEmpty(member(value, 'tools'))) report({ message: 'tools', pointer: '/tools' });
      const messages = member(value, 'messages');
      if (!Array.isArray(messages)) return;
      messages.forEach((message, index) => {
        const calls = isObject(message) ? member(message, 'tool_calls') : undefined;
        if (calls !== null && !isEmpty(calls)) return;
        const data = { found: calls === null ? 'null' : 'an empty list' };
        report({ message: 'calls', pointer: `/messages/${index}/tool_calls`, data });
      });
    },
});

const isEmpty = (value: JsonValue | undefined): boolean => Array.isArray(value) && value.length === 0;
