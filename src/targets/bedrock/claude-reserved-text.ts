// The two strings by which Claude's training text tells who speaks.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { TextBits } from '../../model/text-bits.ts';
import { SAMPLES } from './service.ts';

const RESERVED = ['\nHuman:', '\nAssistant:'];
const record = (question: string, answer: string, system = 'Be brief.') => ({
  system,
  messages: [
    { role: 'user', content: question },
    { role: 'assistant', content: answer },
  ],
});

export const claudeReservedText = defineRecordRule({
  id: 'target/claude-reserved-text',
  title: "Text that is reserved for Claude's turns",
  why: 'A line that begins with Human: or Assistant: would end the turn; the validator of AWS refuses the record.',
  mend: 'Leave the colon out, or put another word before it.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { reserved: 'A line of the {role} turn begins with {text}.' },
  sources: [SAMPLES],
  examples: {
    good: [
      { title: 'in a line', target: 'bedrock-claude-sft', record: record('Who is Human: One?', 'A film.') },
      {
        title: 'without a colon',
        target: 'bedrock-claude-sft',
        record: record('Name two roles.', 'They are:\nHuman\nAssistant'),
      },
    ],
    bad: [
      {
        title: 'a dialogue pasted into the question',
        target: 'bedrock-claude-sft',
        record: record('Go on:\n\nHuman: Hi\n\nAssistant: Hello!', 'How are you?'),
        finds: [
          { message: 'reserved', pointer: '/messages/0/content', data: { role: 'user', text: 'Human:' } },
        ],
      },
      {
        title: 'in the system prompt',
        target: 'bedrock-claude-sft',
        record: record('Hi', 'Hello!', 'Speak thus:\nAssistant: Yes?'),
        finds: [{ message: 'reserved', pointer: '/system', data: { role: 'system', text: 'Assistant:' } }],
      },
    ],
  },
  create: () => (view, report) => {
    for (const { text, bits, role, message } of view.turns) {
      if ((bits & TextBits.lineFeed) === 0) continue;
      for (const reserved of RESERVED) {
        const near = text.indexOf(reserved);
        if (near < 0) continue;
        const data = { role, text: reserved.trim() };
        report({ message: 'reserved', pointer: textPointer(message), data, near: near + 1 });
        break;
      }
    }
  },
});
