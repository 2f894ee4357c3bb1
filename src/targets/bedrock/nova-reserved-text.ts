// Words that fail a Nova job wherever they stand in a system or user text.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { NOVA } from './nova.ts';

const RESERVED = ['User:', 'Bot:', 'Assistant:', 'System:', '<image>', '<video>', '[EOS]'];
const record = (question: string, answer: string, system?: string) => ({
  schemaVersion: 'bedrock-conversation-2024',
  ...(system === undefined ? {} : { system: [{ text: system }] }),
  messages: [
    { role: 'user', content: [{ text: question }] },
    { role: 'assistant', content: [{ text: answer }] },
  ],
});

export const novaReservedText = defineRecordRule({
  id: 'target/nova-reserved-text',
  title: 'Text that Nova reserves',
  why: 'A job fails when a system or user prompt holds one of these words anywhere, as written, even in ordinary prose.',
  mend: 'Write it another way: lower case, or without the colon.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { reserved: 'The {role} turn holds {text}, which Nova reserves.' },
  sources: [NOVA],
  examples: {
    good: [
      { title: 'in an answer', target: 'bedrock-nova-sft', record: record('Who speaks?', 'User: me.') },
      { title: 'in lower case', target: 'bedrock-nova-sft', record: record('The user: who is it?', 'Me.') },
    ],
    bad: [
      {
        title: 'ordinary prose',
        target: 'bedrock-nova-sft',
        record: record('Operating System: Linux. What now?', 'Update it.'),
        finds: [
          {
            message: 'reserved',
            pointer: '/messages/0/content/0/text',
            data: { role: 'user', text: 'System:' },
          },
        ],
      },
      {
        title: 'a placeholder in the system prompt',
        target: 'bedrock-nova-sft',
        record: record('What is it?', 'A dot.', 'Look at <image> first.'),
        finds: [
          { message: 'reserved', pointer: '/system/0/text', data: { role: 'system', text: '<image>' } },
        ],
      },
    ],
  },
  create: () => (view, report) => {
    for (const { text, role, message } of view.turns) {
      if (role !== 'system' && role !== 'user') continue;
      for (const reserved of RESERVED) {
        const near = text.indexOf(reserved);
        if (near < 0) continue;
        report({ message: 'reserved', pointer: textPointer(message), data: { role, text: reserved }, near });
        break;
      }
    }
  },
});
