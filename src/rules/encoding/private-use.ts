// Private code points mean nothing outside the font they came with.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { TextBits } from '../../model/text-bits.ts';
import { codePointName, findAll } from '../../text/find-all.ts';
import { chat, pair } from '../sample.ts';

const PRIVATE = /[\ue000-\uf8ff]|[\u{f0000}-\u{ffffd}\u{100000}-\u{10fffd}]/gu;

export const privateUse = defineRecordRule({
  id: 'encoding/private-use',
  title: 'Private characters',
  why: 'They come from icon fonts or PDF files and mean nothing to a reader or a model.',
  mend: 'Replace them by the character they stood for, or remove them.',
  severity: 'info',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { private: '{count#private character}, the first is {code}.' },
  sources: [{ title: 'The Unicode Standard, private use' }],
  examples: {
    good: [
      { title: 'Korean', record: chat('안녕?', '안녕하세요') },
      { title: 'an emoji', record: chat('Smile!', '\u{1f600}') },
    ],
    bad: [
      {
        title: 'a bullet of an icon font',
        record: chat('List', '\uf0b7 one\n\uf0b7 two'),
        finds: [{ message: 'private', pointer: '/messages/1/content', data: { count: 2, code: 'U+F0B7' } }],
      },
      {
        title: 'of a later plane',
        record: pair('Icon?', '\u{f0001}'),
        finds: [{ message: 'private', pointer: '/completion', data: { count: 1, code: 'U+F0001' } }],
      },
    ],
  },
  measured: { records: 48653, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-24' },
  create: () => (view, report) => {
    for (const turn of view.turns) {
      if (!turn.learned || (turn.bits & (TextBits.leadEE | TextBits.leadEF | TextBits.leadF)) === 0) continue;
      const found = findAll(turn.text, PRIVATE);
      if (found === undefined) continue;
      report({
        message: 'private',
        data: { count: found.count, code: codePointName(found.text) },
        pointer: textPointer(turn.message),
        near: found.at,
      });
    }
  },
});
