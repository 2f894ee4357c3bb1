// No prompt of its own: TRL takes what both answers begin with, letter by letter where they are texts.

import { member } from '../../model/json.ts';
import { defineRecordRule } from '../../model/rule.ts';

/** Where our format finds a prompt and TRL does not look. */
const ELSEWHERE = ['messages', 'instruction', 'question', 'query', 'input'] as const;

export const implicitPrompt = defineRecordRule({
  id: 'target/trl-implicit-prompt',
  title: 'No prompt for TRL',
  why: 'Without a prompt, TRL takes what both answers begin with: of the texts Yes and You, the prompt ends in Y and the answers begin in the middle of a word.',
  mend: 'Write the prompt into a column of that name, and only the answers into chosen and rejected.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: {
    text: 'The answers are texts without a prompt; the {count#character} that both begin with become the prompt.',
    elsewhere: 'The prompt stands in {field}, where TRL does not look.',
  },
  sources: [
    {
      title: 'TRL, data_utils.py at f2cd577',
      url: 'https://github.com/huggingface/trl',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      {
        title: 'a prompt of its own',
        target: 'trl-dpo',
        record: { prompt: 'Is it 4?', chosen: 'Yes, it is.', rejected: 'You tell me.' },
      },
      {
        title: 'whole conversations, whose turns are compared',
        target: 'trl-dpo',
        record: {
          chosen: [
            { role: 'user', content: 'Is it 4?' },
            { role: 'assistant', content: 'Yes, it is.' },
          ],
          rejected: [
            { role: 'user', content: 'Is it 4?' },
            { role: 'assistant', content: 'You tell me.' },
          ],
        },
      },
    ],
    bad: [
      {
        title: 'texts alone',
        target: 'trl-dpo',
        record: { chosen: 'Is it 4? Yes, it is.', rejected: 'Is it 4? You tell me.' },
        finds: [{ message: 'text', pointer: '/chosen', data: { count: 10 } }],
      },
      {
        title: 'a question by another name',
        target: 'trl-dpo',
        record: { question: 'Is it 4?', chosen: 'Yes, it is.', rejected: 'You tell me.' },
        finds: [{ message: 'elsewhere', pointer: '/question', data: { field: 'question' } }],
      },
    ],
  },
  create:
    () =>
    ({ value }, report) => {
      if (member(value, 'prompt') !== undefined) return;
      const chosen = member(value, 'chosen');
      const rejected = member(value, 'rejected');
      const field = ELSEWHERE.find((name) => typeof value[name] === 'string' || Array.isArray(value[name]));
      if (field !== undefined) report({ message: 'elsewhere', pointer: `/${field}`, data: { field } });
      else if (typeof chosen === 'string' && typeof rejected === 'string') {
        report({ message: 'text', pointer: '/chosen', data: { count: sharedLength(chosen, rejected) } });
      }
    },
});

function sharedLength(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length += 1;
  return length;
}
