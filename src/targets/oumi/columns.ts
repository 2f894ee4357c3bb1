// Records that Oumi's text_sft does not take: an instruction without an input, contents in parts of another family.

import { isObject, type JsonValue, member } from '../../model/json.ts';
import { defineRecordRule } from '../../model/rule.ts';

const asks = (content: JsonValue) => ({
  messages: [
    { role: 'user', content },
    { role: 'assistant', content: 'A dot.' },
  ],
});

export const oumiColumns = defineRecordRule({
  id: 'target/oumi-columns',
  title: 'Record that Oumi does not take',
  why: 'Oumi takes messages, or instruction, input and output, all three of them; the parts of a content are its own, {type, content}. Other records end the run.',
  mend: 'Write "input": "" where there is none, and contents as text. For contents of parts, images among them: tuneset convert --to oumi-chat.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  knockOnOf: ['structure/missing-field'],
  options: {},
  messages: {
    name: 'There is no {field}; Oumi wants instruction, input and output.',
    part: 'The part is written with {found}; Oumi wants type and content.',
  },
  sources: [
    {
      title: 'Oumi, datasets/sft/sft_jsonlines.py and core/types/conversation.py at d8ed077',
      url: 'https://github.com/oumi-ai/oumi',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      { title: 'text', target: 'oumi-sft', record: asks('What is it?') },
      {
        title: 'an empty input',
        target: 'oumi-sft',
        record: { instruction: 'Add 1 and 2.', input: '', output: '3' },
      },
    ],
    bad: [
      {
        title: 'no input',
        target: 'oumi-sft',
        record: { instruction: 'Add 1 and 2.', output: '3' },
        finds: [{ message: 'name', pointer: '', data: { field: 'input' } }],
      },
      {
        title: 'the parts of OpenAI',
        target: 'oumi-sft',
        record: asks([{ type: 'text', text: 'What is it?' }]),
        finds: [{ message: 'part', pointer: '/messages/0/content/0', data: { found: 'text' } }],
      },
    ],
  },
  create:
    () =>
    ({ value }, report) => {
      const messages = member(value, 'messages');
      if (messages === undefined) {
        for (const field of ['instruction', 'input', 'output']) {
          if (!Object.hasOwn(value, field)) report({ message: 'name', pointer: '', data: { field } });
        }
      } else if (Array.isArray(messages)) {
        messages.forEach((message, index) => {
          const content = isObject(message) ? message.content : undefined;
          if (!Array.isArray(content)) return;
          content.forEach((part, place) => {
            if (!isObject(part) || Object.hasOwn(part, 'content') || Object.hasOwn(part, 'binary')) return;
            const found = Object.keys(part).find((key) => key !== 'type') ?? 'type alone';
            report({ message: 'part', pointer: `/messages/${index}/content/${place}`, data: { found } });
          });
        });
      }
    },
});
