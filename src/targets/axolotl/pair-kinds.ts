// A prompt and answers in one kind: no type of Axolotl's reads a text on one side and messages on the other.

import { type JsonValue, member } from '../../model/json.ts';
import { defineRecordRule } from '../../model/rule.ts';

const said = (content: string) => [{ role: 'assistant', content }];
const asked = [{ role: 'user', content: 'How much is 2 and 2?' }];

export const pairKinds = defineRecordRule({
  id: 'target/axolotl-pair-kinds',
  title: 'Text beside messages in a pair',
  why: 'The types chatml and llama3 read a prompt as text with answers as texts; chat_template.default reads a prompt of messages. None reads a prompt as text with answers as lists.',
  mend: 'Write all three as messages, or all three as texts.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { kind: '{field} is a list of messages, while the prompt is text.' },
  sources: [
    {
      title: 'Axolotl, prompt_strategies/dpo at 067b021',
      url: 'https://github.com/axolotl-ai-cloud/axolotl',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      {
        title: 'texts',
        target: 'axolotl-dpo',
        record: { prompt: 'How much is 2 and 2?', chosen: 'It is 4.', rejected: 'It is 5.' },
      },
      {
        title: 'messages, and an answer as text, which chat_template.default takes',
        target: 'axolotl-dpo',
        record: { prompt: asked, chosen: said('It is 4.'), rejected: 'It is 5.' },
      },
    ],
    bad: [
      {
        title: 'a prompt as text',
        target: 'axolotl-dpo',
        record: { prompt: 'How much is 2 and 2?', chosen: said('It is 4.'), rejected: said('It is 5.') },
        finds: [
          { message: 'kind', pointer: '/chosen', data: { field: 'chosen' } },
          { message: 'kind', pointer: '/rejected', data: { field: 'rejected' } },
        ],
      },
      {
        title: 'one answer as text',
        target: 'axolotl-dpo',
        record: { prompt: 'How much is 2 and 2?', chosen: 'It is 4.', rejected: said('It is 5.') },
        finds: [{ message: 'kind', pointer: '/rejected', data: { field: 'rejected' } }],
      },
    ],
  },
  create:
    () =>
    ({ value }, report) => {
      if (typeof value.prompt !== 'string') return;
      for (const field of ['chosen', 'rejected']) {
        if (isList(member(value, field))) report({ message: 'kind', pointer: `/${field}`, data: { field } });
      }
    },
});

const isList = (value: JsonValue | undefined): boolean => Array.isArray(value);
