// U+FFFD stands where a character was lost.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { TextBits } from '../../model/text-bits.ts';
import { findAll } from '../../text/find-all.ts';
import { chat, pair } from '../sample.ts';
import { FTFY } from '../sources.ts';

const LOST = /\ufffd/g;

export const replacementChar = defineRecordRule({
  id: 'encoding/replacement-char',
  title: 'Lost characters',
  why: 'The original characters are gone, and the model learns to write the replacement.',
  mend: 'Read the original again with the right encoding, or remove the record.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { lost: '{count#character} lost: the text holds U+FFFD.' },
  sources: [FTFY],
  examples: {
    good: [
      {
        title: 'a question about Unicode',
        record: chat('What does U+FFFD look like?', 'It is shown as \ufffd.'),
      },
      { title: 'other characters of that block', record: chat('Full width?', 'Ｌｉｋｅ ｔｈｉｓ') },
    ],
    bad: [
      {
        title: 'one character',
        record: chat('How was the coffee at the corner?', 'The caf\ufffd was fine.'),
        finds: [{ message: 'lost', pointer: '/messages/1/content', data: { count: 1 } }],
      },
      {
        title: 'several',
        record: pair('Name?', 'J\ufffdrgen M\ufffdller'),
        finds: [{ message: 'lost', pointer: '/completion', data: { count: 2 } }],
      },
    ],
  },
  measured: { records: 48653, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-24' },
  create: ({ hint }) => {
    const about = hint(['unicode', 'encoding', 'fffd', 'utf-8', 'utf8', 'replacement char']);
    return (view, report) => {
      for (const turn of view.turns) {
        if (!turn.learned || (turn.bits & TextBits.leadEF) === 0) continue;
        const found = findAll(turn.text, LOST);
        if (found === undefined || view.promptHas(about)) continue;
        report({
          message: 'lost',
          pointer: textPointer(turn.message),
          data: { count: found.count },
          near: found.at,
        });
      }
    };
  },
});
