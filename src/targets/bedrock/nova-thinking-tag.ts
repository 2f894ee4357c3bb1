// `<thinking>` tags in Nova 2's reasoning, which the documents say to avoid.

import { partPointer, partsOf } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { NOVA_2 } from './nova.ts';

const record = (thought: string) => ({
  schemaVersion: 'bedrock-conversation-2024',
  messages: [
    { role: 'user', content: [{ text: 'How much is 2 and 2?' }] },
    {
      role: 'assistant',
      content: [{ reasoningContent: { reasoningText: { text: thought } } }, { text: 'It is 4.' }],
    },
  ],
});

export const novaThinkingTag = defineRecordRule({
  id: 'target/nova-thinking-tag',
  title: 'Thinking tags inside reasoning',
  why: 'Reasoning has a block of its own; tags inside it are learned as words.',
  mend: 'Leave the tags out.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { tag: 'The reasoning holds <thinking> tags.' },
  sources: [NOVA_2],
  examples: {
    good: [
      { title: 'plain reasoning', target: 'bedrock-nova-sft', record: record('Two and two make four.') },
      { title: 'about thinking', target: 'bedrock-nova-sft', record: record('I am thinking of four.') },
    ],
    bad: [
      {
        title: 'tags around it',
        target: 'bedrock-nova-sft',
        record: record('<thinking>Two and two make four.</thinking>'),
        finds: [{ message: 'tag', pointer: '/messages/1/content/0' }],
      },
      {
        title: 'only the end',
        target: 'bedrock-nova-sft',
        record: record('Two and two make four.</thinking>'),
        finds: [{ message: 'tag', pointer: '/messages/1/content/0' }],
      },
    ],
  },
  create: () => (view, report) => {
    for (const { role, message } of view.turns) {
      if (role !== 'assistant') continue;
      for (const part of partsOf(message)) {
        if (part.type !== 'reasoning') continue;
        if (!part.text.includes('<thinking>') && !part.text.includes('</thinking>')) continue;
        report({ message: 'tag', pointer: partPointer(message, part) });
      }
    }
  },
});
