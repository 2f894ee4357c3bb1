// An output in which the assistant says nothing: tools alone are no answer.

import { defineRecordRule } from '../../model/rule.ts';

const input = { messages: [{ role: 'user', content: 'What is the weather in Bonn?' }] };
const says = [{ role: 'assistant', content: 'It is sunny.' }];
const result = { role: 'tool', tool_call_id: 'a', content: 'Sunny' };

export const outputWithoutAnswer = defineRecordRule({
  id: 'target/azure-output-without-answer',
  title: 'Output without an answer',
  why: 'Azure wants at least one assistant message in each output.',
  mend: 'Write the answer into the output.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  knockOnOf: ['roles/unknown-role', 'structure/missing-field', 'structure/wrong-type'],
  options: {},
  messages: { none: 'No message of the output is by the assistant.' },
  sources: [
    {
      title: 'Azure OpenAI, direct preference optimization',
      url: 'https://learn.microsoft.com/azure/foundry/openai/how-to/fine-tuning-direct-preference-optimization',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      {
        title: 'an answer in both',
        target: 'azure-dpo',
        record: { input, preferred_output: says, non_preferred_output: says },
      },
      {
        title: 'an answer after a result',
        target: 'azure-dpo',
        record: { input, preferred_output: [result, ...says], non_preferred_output: says },
      },
    ],
    bad: [
      {
        title: 'a tool alone',
        target: 'azure-dpo',
        record: { input, preferred_output: [result], non_preferred_output: says },
        finds: [{ message: 'none', pointer: '/preferred_output' }],
      },
      {
        title: 'an empty output',
        target: 'azure-dpo',
        record: { input, preferred_output: says, non_preferred_output: [] },
        finds: [{ message: 'none', pointer: '/non_preferred_output' }],
      },
    ],
  },
  create: () => (view, report) => {
    if (view.example.kind !== 'preference') return;
    for (const { messages, pointer } of view.example.answers) {
      if (messages.every(({ role }) => role !== 'assistant')) report({ message: 'none', pointer });
    }
  },
});
