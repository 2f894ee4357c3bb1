// A column that makes TRL read the record as another kind, or fail.

import { member } from '../../model/json.ts';
import { defineRecordRule } from '../../model/rule.ts';

const messages = [
  { role: 'user', content: 'Hi' },
  { role: 'assistant', content: 'Hello!' },
];

export const strayColumn = defineRecordRule({
  id: 'target/trl-stray-column',
  title: 'Columns that mislead TRL',
  why: 'TRL tells the kind of a record by its columns: a prompt beside messages makes it look for a completion, and the run ends with an error.',
  mend: 'Name the columns messages, or prompt and completion, or text, and have no other of these names beside them.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  knockOnOf: ['structure/missing-field'],
  options: {},
  messages: {
    prompt: 'A prompt stands beside the messages; TRL would not read the messages.',
    none: 'There are neither messages, nor prompt and completion, nor text: the names that TRL reads.',
    arguments: 'chat_template_kwargs is null; TRL fails on it.',
  },
  sources: [
    {
      title: 'TRL, sft_trainer.py at f2cd577',
      url: 'https://github.com/huggingface/trl',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      { title: 'messages alone', target: 'trl-sft', record: { messages } },
      {
        title: 'a column of another name, and arguments for the template',
        target: 'trl-sft',
        record: { messages, topic: 'greeting', chat_template_kwargs: { enable_thinking: false } },
      },
    ],
    bad: [
      {
        title: 'a prompt beside messages',
        target: 'trl-sft',
        record: { messages, prompt: 'Hi' },
        finds: [{ message: 'prompt', pointer: '/prompt' }],
      },
      {
        title: 'a pair by other names',
        target: 'trl-sft',
        record: { prompt: 'Hi', response: 'Hello!' },
        finds: [{ message: 'none', pointer: '' }],
      },
      {
        title: 'arguments of null',
        target: 'trl-sft',
        record: { messages, chat_template_kwargs: null },
        finds: [{ message: 'arguments', pointer: '/chat_template_kwargs' }],
      },
    ],
  },
  create:
    () =>
    ({ value }, report) => {
      const has = (key: string): boolean => Object.hasOwn(value, key);
      if (has('messages') && has('prompt')) report({ message: 'prompt', pointer: '/prompt' });
      if (!has('messages') && !has('text') && !(has('prompt') && has('completion'))) {
        report({ message: 'none', pointer: '' });
      }
      if (member(value, 'chat_template_kwargs') === null) {
        report({ message: 'arguments', pointer: '/chat_template_kwargs' });
      }
    },
});
