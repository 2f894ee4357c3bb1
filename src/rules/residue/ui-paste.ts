// Words of a chat window, copied with the answer.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { TextBits } from '../../model/text-bits.ts';
import { findAll } from '../../text/find-all.ts';
import { chat, pair } from '../sample.ts';

const LINE =
  /(?<=^|\n)(?:Copy code|Regenerate response|ChatGPT can make mistakes\.[^\n]{0,80}|Was this response better or worse\?[^\n]{0,40}|Edit in Canvas)(?=\n|$)/g;

export const uiPaste = defineRecordRule({
  id: 'residue/ui-paste',
  title: 'Buttons of a chat window',
  why: 'The model learns to write the buttons.',
  mend: 'Remove the line.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { paste: 'The answer holds a line of a chat window: “{text}”.' },
  sources: [{ title: 'Wikipedia, Signs of AI writing' }],
  examples: {
    good: [
      { title: 'in a sentence', record: chat('How?', 'Press Copy code and go on.') },
      { title: 'no such line', record: chat('How?', 'Copy the code.') },
    ],
    bad: [
      {
        title: 'a button',
        record: chat('Code?', 'python\nCopy code\nprint(1)'),
        finds: [{ message: 'paste', pointer: '/messages/1/content', data: { text: 'Copy code' } }],
      },
      {
        title: 'a notice',
        record: pair('Hi', 'Hello!\nChatGPT can make mistakes. Check important info.'),
        finds: [
          {
            message: 'paste',
            pointer: '/completion',
            data: { text: 'ChatGPT can make mistakes. Check important info.' },
          },
        ],
      },
    ],
  },

  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-24' },
  create: ({ hint }) => {
    const words = hint([
      'copy code',
      'regenerate response',
      'can make mistakes',
      'better or worse',
      'edit in canvas',
    ]);

    return (view, report) => {
      for (const turn of view.turns) {
        if (!turn.learned || (turn.bits & TextBits.lineFeed) === 0 || !turn.has(words)) continue;
        const found = findAll(turn.text, LINE);
        if (found === undefined) continue;
        report({
          message: 'paste',
          pointer: textPointer(turn.message),
          data: { text: found.text },
          near: found.at,
        });
      }
    };
  },
});
