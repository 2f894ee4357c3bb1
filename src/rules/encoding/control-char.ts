// Control characters that no reader shows, often the rest of a wrong decoding.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { TextBits } from '../../model/text-bits.ts';
import { codePointName, findAll } from '../../text/find-all.ts';
import { chat, pair } from '../sample.ts';
import { ALPACA_CLEANED, FTFY } from '../sources.ts';

const CONTROL = /[\u0001-\u0008\u000b\u000c\u000e-\u001a\u001c-\u001f\u007f-\u009f]/g;

export const controlChar = defineRecordRule({
  id: 'encoding/control-char',
  title: 'Control characters',
  why: 'They cannot be seen, split tokens, and the model learns to write them.',
  mend: 'Remove them.',
  severity: 'warning',
  knockOnOf: ['encoding/mojibake'],
  stage: 'stable',
  since: '0.1.0',
  fix: 'safe',
  options: {},
  messages: { control: '{count#control character}, the first is {code}.' },
  sources: [ALPACA_CLEANED, FTFY],
  examples: {
    good: [
      { title: 'tab and line feed', record: chat('List', 'a\tb\nc') },
      { title: 'letters of Latin-1', record: chat('Coffee?', 'caf\u00e9 cr\u00e8me\u00a0!') },
    ],
    bad: [
      {
        title: 'a backspace',
        record: chat('Type it.', 'helo\u0008lo'),
        finds: [{ message: 'control', pointer: '/messages/1/content', data: { count: 1, code: 'U+0008' } }],
      },
      {
        title: 'a C1 control',
        record: pair('Dash?', 'a \u0096 b \u0096 c'),
        finds: [{ message: 'control', pointer: '/completion', data: { count: 2, code: 'U+0096' } }],
      },
    ],
  },
  measured: { records: 48653, flagged: 2, inspected: 2, wrong: 0, on: '2026-11-24' },
  fixText: (text) => text.replace(CONTROL, ''),
  create: () => (view, report) => {
    for (const turn of view.turns) {
      if (!turn.learned || (turn.bits & (TextBits.control | TextBits.leadC2)) === 0) continue;
      const found = findAll(turn.text, CONTROL);
      if (found === undefined) continue;
      report({
        message: 'control',
        data: { count: found.count, code: codePointName(found.text) },
        pointer: textPointer(turn.message),
        near: found.at,
      });
    }
  },
});
