// Tool blocks in a Nova record, which no validator knows and Nova 2 may fail on.

import { type Part, partPointer, partsOf } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { NOVA, NOVA_2 } from './nova.ts';

const record = (more: object, ...blocks: readonly object[]) => ({
  schemaVersion: 'bedrock-conversation-2024',
  messages: [
    { role: 'user', content: [{ text: 'What is the weather in Bonn?' }] },
    { role: 'assistant', content: blocks.map((block) => ({ ...block })) },
  ],
  ...more,
});
const said = { text: 'It is sunny.' };
const use = { toolUse: { toolUseId: 'a', name: 'weather', input: {} } };

export const novaTools = defineRecordRule({
  id: 'target/nova-tools',
  title: 'Tool blocks for Nova',
  why: "Nova's content model has no tools; for Nova 2 the documents say that tool blocks may make the job fail. AWS's own sample writes specifications and calls as text.",
  mend: 'Write tools and calls as text, in the words that inference will use.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: {
    block: 'The block is a {kind}.',
    config: 'The record declares tools in toolConfig.',
  },
  sources: [NOVA, NOVA_2],
  examples: {
    good: [
      { title: 'text alone', target: 'bedrock-nova-sft', record: record({}, said) },
      {
        title: 'a call as text',
        target: 'bedrock-nova-sft',
        record: record({}, { text: '<tool>weather(Bonn)</tool>' }),
      },
    ],
    bad: [
      {
        title: 'a call',
        target: 'bedrock-nova-sft',
        record: record({}, said, use),
        finds: [{ message: 'block', pointer: '/messages/1/content/1', data: { kind: 'call' } }],
      },
      {
        title: 'a declaration',
        target: 'bedrock-nova-sft',
        record: record({ toolConfig: { tools: [] } }, said),
        finds: [{ message: 'config', pointer: '/toolConfig' }],
      },
    ],
  },
  create: () => (view, report) => {
    if (Object.hasOwn(view.value, 'toolConfig')) report({ message: 'config', pointer: '/toolConfig' });
    for (const { message } of view.turns) {
      for (const part of partsOf(message)) {
        if (!isTool(part)) continue;
        report({ message: 'block', pointer: partPointer(message, part), data: { kind: part.type } });
        return;
      }
    }
  },
});

const isTool = (part: Part): boolean => part.type === 'call' || part.type === 'result';
