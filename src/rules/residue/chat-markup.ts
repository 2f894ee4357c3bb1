// Headings of a chat log inside an answer: the next turn was left in.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { TextBits } from '../../model/text-bits.ts';
import { beginning, findAll } from '../../text/find-all.ts';
import { chat, pair } from '../sample.ts';
import { OPEN_INSTRUCT } from '../sources.ts';

const HEADING = /(?<=^[ ]{0,3})###? ?(?:Human|Assistant|User|System) ?:/gm;
const USER = /(?<=\n)(?:User|Human|USER|HUMAN) ?:/g;
const ASSISTANT = /^(?:Assistant|AI|ASSISTANT|Chatbot) ?:/m;

export const chatMarkup = defineRecordRule({
  id: 'residue/chat-markup',
  title: 'Turns of a chat inside the answer',
  why: 'The model learns to go on and speak for the user.',
  mend: 'Cut the answer at the heading, or split it into turns.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { turn: 'The answer holds another turn at “{text}”.' },
  sources: [OPEN_INSTRUCT],
  examples: {
    good: [
      { title: 'a dialogue was asked for', record: chat('Write a dialogue.', 'User: Hi\nAssistant: Hello') },
      { title: 'one speaker', record: chat('Who?', 'Assistant: me') },
    ],
    bad: [
      {
        title: 'a heading',
        record: chat('Capital of Peru?', 'Lima\n### Human: And of Chile?'),
        finds: [{ message: 'turn', pointer: '/messages/1/content', data: { text: '### Human:' } }],
      },
      {
        title: 'two speakers',
        record: pair('Capital of Peru?', 'Lima\nUser: And of Chile?\nAssistant: Santiago'),
        finds: [{ message: 'turn', pointer: '/completion', data: { text: 'User:' } }],
      },
    ],
  },

  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-24' },
  create: ({ hint }) => {
    const words = hint(['human:', 'user:', 'assistant:', 'ai:', 'system:']);
    const about = hint([
      'dialog',
      'conversation',
      'chat',
      'script',
      'interview',
      'transcript',
      'role-play',
      'roleplay',
      'scene',
      'between',
      'code',
      'program',
      'exchange',
      'story',
      '对话',
      '会话',
      '聊天',
      '交流',
    ]);
    return (view, report) => {
      for (const turn of view.turns) {
        if (!turn.learned || (turn.bits & TextBits.lineFeed) === 0 || !turn.has(words)) continue;
        const found = turnIn(turn.text);
        if (found === undefined || view.promptHas(about)) continue;
        report({
          message: 'turn',
          pointer: textPointer(turn.message),
          data: { text: found.text },
          near: found.at,
        });
      }
    };
  },
});

function turnIn(text: string) {
  const heading = findAll(text, HEADING);
  if (heading !== undefined) return heading;
  return ASSISTANT.test(beginning(text)) ? findAll(text, USER) : undefined;
}
