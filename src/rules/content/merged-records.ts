// Two records run together in one answer.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { TextBits } from '../../model/text-bits.ts';
import { findAll } from '../../text/find-all.ts';
import { chat, pair } from '../sample.ts';
import { ALPACA_CLEANED } from '../sources.ts';

const NEXT = /(?<=\n[ ]{0,3})(?:\d{1,3}\. ?(?:Instruction|Output)|### ?(?:Instruction|Response|Input)) ?:/g;
const MENTION = /### ?(?:Instruction|Response)|instruction:|prompt|training data|fine-tun/i;

export const mergedRecords = defineRecordRule({
  id: 'content/merged-records',
  title: 'Another record inside the answer',
  why: 'The model learns to go on with a question of its own after the answer.',
  mend: 'Cut the answer where the next record begins.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { merged: 'The answer goes on into another record at “{text}”.' },
  sources: [ALPACA_CLEANED],
  examples: {
    good: [
      {
        title: 'the form was asked for',
        record: chat(
          'Make training data in the form\n### Instruction:\n### Response:',
          '### Instruction:\nAdd.\n### Response:\n3',
        ),
      },
      { title: 'the word in a sentence', record: chat('What is stdin?', 'Input: what a program reads.') },
    ],
    bad: [
      {
        title: 'a numbered instruction',
        record: pair('Name a colour.', 'Red\n\n2. Instruction: Name an animal.\n2. Output: Cat'),
        finds: [{ message: 'merged', pointer: '/completion', data: { text: '2. Instruction:' } }],
      },
      {
        title: 'a header',
        record: chat('Name a colour.', 'Red\n### Instruction:\nName an animal.'),
        finds: [{ message: 'merged', pointer: '/messages/1/content', data: { text: '### Instruction:' } }],
      },
    ],
  },
  measured: { records: 48653, flagged: 21, inspected: 9, wrong: 0, on: '2026-11-24' },
  create: ({ hint }) => {
    const words = hint(['instruction:', 'response:', 'output:', 'input:']);
    return (view, report) => {
      for (const turn of view.turns) {
        if (!turn.learned || (turn.bits & TextBits.lineFeed) === 0 || !turn.has(words)) continue;
        const found = findAll(turn.text, NEXT);
        if (found === undefined || view.turns.some((other) => !other.learned && MENTION.test(other.text)))
          continue;
        report({
          message: 'merged',
          pointer: textPointer(turn.message),
          data: { text: found.text },
          near: found.at,
        });
      }
    };
  },
});
