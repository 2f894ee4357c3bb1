// A Converse record that does not say which version of the shape it is.

import { defineRecordRule } from '../../model/rule.ts';
import { NOVA } from './nova.ts';

const messages = [
  { role: 'user', content: [{ text: 'Hi' }] },
  { role: 'assistant', content: [{ text: 'Hello!' }] },
];

export const schemaVersion = defineRecordRule({
  id: 'target/bedrock-schema-version',
  title: 'No schemaVersion',
  why: 'Nova takes records without it, other models and distillation on Bedrock do not.',
  mend: 'Write "schemaVersion": "bedrock-conversation-2024".',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { missing: 'The record has no schemaVersion.' },
  sources: [NOVA],
  examples: {
    good: [
      {
        title: 'the standard one',
        target: 'bedrock-nova-sft',
        record: { schemaVersion: 'bedrock-conversation-2024', messages },
      },
      {
        title: 'another one, which Nova takes',
        target: 'bedrock-nova-sft',
        record: { schemaVersion: 'tooluse-dataset-2024', messages },
      },
    ],
    bad: [
      {
        title: 'none',
        target: 'bedrock-nova-sft',
        record: { messages },
        finds: [{ message: 'missing', pointer: '' }],
      },
      {
        title: 'none beside a system prompt',
        target: 'bedrock-nova-sft',
        record: { system: [{ text: 'Be brief.' }], messages },
        finds: [{ message: 'missing', pointer: '' }],
      },
    ],
  },
  create:
    () =>
    ({ value }, report) => {
      if (!Object.hasOwn(value, 'schemaVersion')) report({ message: 'missing', pointer: '' });
    },
});
