// Turns that Unsloth's standardize_sharegpt cannot read: it wants two keys with a text each.

import { isObject, member } from '../../model/json.ts';
import { defineRecordRule } from '../../model/rule.ts';

const record = (more: object) => ({
  conversations: [
    { from: 'human', value: 'Hi' },
    { from: 'gpt', value: 'Hello!', ...more },
  ],
});

export const turnKeys = defineRecordRule({
  id: 'target/unsloth-turn-keys',
  title: 'Turn with more than two keys',
  why: 'standardize_sharegpt, through which conversations go, wants exactly two keys with texts on every turn: a weight, a tool call or null ends the run.',
  mend: 'Leave only who speaks and what is said; tuneset convert writes messages, which need no standardizing.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { keys: 'The turn has {count#key}, or one that is no text; Unsloth wants two texts.' },
  sources: [
    {
      title: 'unsloth-zoo, unsloth_zoo/dataset_utils.py at ce232d6',
      url: 'https://github.com/unslothai/unsloth-zoo',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      { title: 'two keys', target: 'unsloth-chat', record: record({}) },
      {
        title: 'messages, which are not standardized',
        target: 'unsloth-chat',
        record: {
          messages: [
            { role: 'user', content: 'Hi', name: 'Ada' },
            { role: 'assistant', content: 'Hello!' },
          ],
        },
      },
    ],
    bad: [
      {
        title: 'a weight',
        target: 'unsloth-chat',
        record: record({ weight: 1 }),
        finds: [{ message: 'keys', pointer: '/conversations/1', data: { count: 3 } }],
      },
      {
        title: 'a value of null',
        target: 'unsloth-chat',
        record: record({ value: null }),
        finds: [{ message: 'keys', pointer: '/conversations/1', data: { count: 2 } }],
      },
    ],
  },
  create:
    () =>
    ({ value }, report) => {
      const turns = member(value, 'conversations');
      if (!Array.isArray(turns)) return;
      turns.forEach((turn, index) => {
        if (!isObject(turn)) return;
        const values = Object.values(turn);
        if (values.length === 2 && values.every((said) => typeof said === 'string')) return;
        report({ message: 'keys', pointer: `/conversations/${index}`, data: { count: values.length } });
      });
    },
});
