// Characters without width that split words unseen.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { TextBits } from '../../model/text-bits.ts';
import { codePointName, findAll } from '../../text/find-all.ts';
import { chat, pair } from '../sample.ts';

/** Joiners have their place in emoji and in Arabic and Indic writing, never between Latin letters and spaces. */
const INVISIBLE = /[\u200b\u2060\ufeff\u180e\u00ad]|(?<=[\u0020-\u024f])[\u200c\u200d](?=[\u0020-\u024f])/g;
const MAY = TextBits.leadC2 | TextBits.leadE1E2 | TextBits.leadEF;

export const zeroWidth = defineRecordRule({
  id: 'encoding/zero-width',
  title: 'Invisible characters',
  why: 'They split words into other tokens and cannot be seen; some tools add them as a watermark.',
  mend: 'Remove them.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'safe',
  options: {},
  messages: { invisible: '{count#invisible character}, the first is {code}.' },
  sources: [{ title: 'Unicode, default ignorable code points' }],
  examples: {
    good: [
      { title: 'joined emoji', record: chat('A family?', '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}') },
      { title: 'Persian writes with it', record: chat('می‌خواهم؟', 'نمی\u200cخواهم') },
    ],
    bad: [
      {
        title: 'a zero-width space',
        record: chat('Name it.', 'data\u200bset and data\u200bframe'),
        finds: [{ message: 'invisible', pointer: '/messages/1/content', data: { count: 2, code: 'U+200B' } }],
      },
      {
        title: 'a joiner between Latin letters',
        record: chat('Name it.', 'wa\u200dter'),
        finds: [{ message: 'invisible', pointer: '/messages/1/content', data: { count: 1, code: 'U+200D' } }],
      },
      {
        title: 'a byte order mark inside',
        record: pair('Name?', '\ufeffAnn'),
        finds: [{ message: 'invisible', pointer: '/completion', data: { count: 1, code: 'U+FEFF' } }],
      },
    ],
  },
  measured: { records: 48653, flagged: 90, inspected: 14, wrong: 0, on: '2026-11-24' },
  // Joiners are spelling in some scripts: they are left to the eye.
  fixText: (text) => text.replace(/[\u200b\u2060\ufeff\u180e\u00ad]/g, ''),
  create: () => (view, report) => {
    for (const turn of view.turns) {
      if (!turn.learned || (turn.bits & MAY) === 0) continue;
      const found = findAll(turn.text, INVISIBLE);
      if (found === undefined) continue;
      report({
        message: 'invisible',
        data: { count: found.count, code: codePointName(found.text) },
        pointer: textPointer(turn.message),
        near: found.at,
      });
    }
  },
});
