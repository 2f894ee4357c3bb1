// Invisible letters of the tag block, which can smuggle instructions.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { TextBits } from '../../model/text-bits.ts';
import { findAll } from '../../text/find-all.ts';
import { chat } from '../sample.ts';

const HIDDEN = /[\u{e0000}-\u{e007f}]|[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]{4,}/gu;
/** Flags of regions are written with tags behind a black flag. */
const FLAG = /\u{1f3f4}[\u{e0030}-\u{e007a}]{2,6}\u{e007f}/gu;
const FLAG_OR_HIDDEN = new RegExp(`${FLAG.source}|${HIDDEN.source}`, 'gu');

export const tagChars = defineRecordRule({
  id: 'encoding/tag-chars',
  title: 'Hidden letters',
  why: 'These characters are letters that no screen shows: a way to smuggle instructions into a model.',
  mend: 'Remove them, and ask where the record came from.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'safe',
  options: {},
  messages: { hidden: '{count#hidden letter}.' },
  sources: [{ title: 'Unicode, the Tags block' }],
  examples: {
    good: [
      {
        title: 'the flag of Scotland',
        record: chat('Flag?', '\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}'),
      },
      { title: 'an emoji with its variation', record: chat('Heart?', '\u2764\ufe0f') },
    ],
    bad: [
      {
        title: 'tags in the question',
        record: chat('Hi\u{e0068}\u{e0069}', 'Hello!'),
        finds: [{ message: 'hidden', pointer: '/messages/0/content', data: { count: 2 } }],
      },
      {
        title: 'a run of variation selectors',
        record: chat('Hi', 'Hello\u{e0101}\u{e0102}\u{e0103}\u{e0104}!'),
        finds: [{ message: 'hidden', pointer: '/messages/1/content', data: { count: 1 } }],
      },
    ],
  },
  measured: { records: 48653, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-24' },
  fixText: (text) => text.replace(FLAG_OR_HIDDEN, (found) => (found.startsWith('\u{1f3f4}') ? found : '')),
  create: () => (view, report) => {
    for (const turn of view.turns) {
      if ((turn.bits & (TextBits.leadF | TextBits.leadEF)) === 0) continue;
      const found = hiddenIn(turn.text);
      if (found === undefined) continue;
      report({
        message: 'hidden',
        data: { count: found.count },
        pointer: textPointer(turn.message),
        near: found.at,
      });
    }
  },
});

function hiddenIn(text: string) {
  if (findAll(text, HIDDEN) === undefined) return undefined;
  return findAll(
    text.replace(FLAG, (flag) => ' '.repeat(flag.length)),
    HIDDEN,
  );
}
