// Code points that Unicode reserves and no text should hold.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { TextBits } from '../../model/text-bits.ts';
import { codePointName, findAll } from '../../text/find-all.ts';
import { chat, pair } from '../sample.ts';

const NONE = /\p{Noncharacter_Code_Point}/gu;

export const noncharacter = defineRecordRule({
  id: 'encoding/noncharacter',
  title: 'Code points that are no characters',
  why: 'They mark a broken conversion; some readers refuse them.',
  mend: 'Remove them, or convert the original again.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { none: '{count#code point} that are no characters, the first is {code}.' },
  sources: [{ title: 'The Unicode Standard, noncharacters' }],
  examples: {
    good: [
      { title: 'full-width letters', record: chat('Write wide.', 'Ｗｉｄｅ') },
      { title: 'an emoji', record: chat('Smile!', '\u{1f600}') },
    ],
    bad: [
      {
        title: 'U+FFFF',
        record: chat('End?', 'done\uffff'),
        finds: [{ message: 'none', pointer: '/messages/1/content', data: { count: 1, code: 'U+FFFF' } }],
      },
      {
        title: 'U+FDD0',
        record: pair('End?', '\ufdd0\ufdd1'),
        finds: [{ message: 'none', pointer: '/completion', data: { count: 2, code: 'U+FDD0' } }],
      },
    ],
  },
  measured: { records: 48653, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-24' },
  create: () => (view, report) => {
    for (const turn of view.turns) {
      if (!turn.learned || (turn.bits & (TextBits.leadEF | TextBits.leadF)) === 0) continue;
      const found = findAll(turn.text, NONE);
      if (found === undefined) continue;
      report({
        message: 'none',
        data: { count: found.count, code: codePointName(found.text) },
        pointer: textPointer(turn.message),
        near: found.at,
      });
    }
  },
});
