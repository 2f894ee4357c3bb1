// The columns by which MLX-LM tells what kind of record it reads.

import { member } from '../../model/json.ts';
import { defineRecordRule } from '../../model/rule.ts';

const messages = [
  { role: 'user', content: 'Hi' },
  { role: 'assistant', content: 'Hello!' },
];

export const mlxColumns = defineRecordRule({
  id: 'target/mlx-columns',
  title: 'Columns that MLX-LM does not read so',
  why: 'MLX-LM looks for prompt and completion, then for messages, then for text, in the first record of a file: other names end the run unless the config names them, and of two kinds in one record it reads the first.',
  mend: 'Name the columns messages, or prompt and completion, or text, and write a prompt and its completion as texts.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  knockOnOf: ['structure/missing-field'],
  options: {},
  messages: {
    none: 'There are neither prompt and completion, nor messages, nor text: the names that MLX-LM reads.',
    both: 'A prompt and a completion stand beside the messages; MLX-LM would not read the messages.',
    kind: '{field} is a list; MLX-LM puts it into a message as if it were text.',
  },
  sources: [
    {
      title: 'MLX-LM, tuner/datasets.py at d78bf58: create_dataset',
      url: 'https://github.com/ml-explore/mlx-lm',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      { title: 'messages', target: 'mlx-chat', record: { messages, topic: 'greeting' } },
      { title: 'a pair', target: 'mlx-completions', record: { prompt: 'Hi', completion: 'Hello!' } },
    ],
    bad: [
      {
        title: 'a pair by other names',
        target: 'mlx-completions',
        record: { prompt: 'Hi', response: 'Hello!' },
        finds: [{ message: 'none', pointer: '' }],
      },
      {
        title: 'a pair beside messages',
        target: 'mlx-chat',
        record: { messages, prompt: 'Hi', completion: 'Hello!' },
        finds: [{ message: 'both', pointer: '/completion' }],
      },
      {
        title: 'lists of messages',
        target: 'mlx-completions',
        record: { prompt: [messages[0] ?? {}], completion: [messages[1] ?? {}] },
        finds: [
          { message: 'kind', pointer: '/completion', data: { field: 'completion' } },
          { message: 'kind', pointer: '/prompt', data: { field: 'prompt' } },
        ],
      },
    ],
  },
  create:
    () =>
    ({ value }, report) => {
      const has = (key: string): boolean => Object.hasOwn(value, key);
      const pair = has('prompt') && has('completion');
      if (pair && has('messages')) report({ message: 'both', pointer: '/completion' });
      else if (!pair && !has('messages') && !has('text')) report({ message: 'none', pointer: '' });
      else if (pair) {
        for (const field of ['prompt', 'completion']) {
          if (Array.isArray(member(value, field)))
            report({ message: 'kind', pointer: `/${field}`, data: { field } });
        }
      }
    },
});
