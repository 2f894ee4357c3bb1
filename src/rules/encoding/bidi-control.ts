// Marks that turn the direction of writing: what is shown is not what is read.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { TextBits } from '../../model/text-bits.ts';
import { codePointName, findAll } from '../../text/find-all.ts';
import { chat } from '../sample.ts';

const MARK = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;
const OVERRIDE = /[\u202d\u202e]/g;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

export const bidiControl = defineRecordRule({
  id: 'encoding/bidi-control',
  title: 'Hidden direction marks',
  why: 'What people see is in another order than what the model reads; such marks can hide text.',
  mend: 'Remove the marks.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { mark: '{count#hidden direction mark}, the first is {code}.' },
  sources: [{ title: 'Boucher and Anderson, Trojan Source' }],
  examples: {
    good: [
      { title: 'marks in Hebrew', record: chat('שלום?', '\u200fשלום (A)\u200f') },
      { title: 'an arrow', record: chat('Which way?', '→ east') },
    ],
    bad: [
      {
        title: 'an override',
        record: chat('Print it.', 'access\u202elevel\u202c'),
        finds: [{ message: 'mark', pointer: '/messages/1/content', data: { count: 2, code: 'U+202E' } }],
      },
      {
        title: 'a mark in English',
        record: chat('Print it.', 'right\u200eway'),
        finds: [{ message: 'mark', pointer: '/messages/1/content', data: { count: 1, code: 'U+200E' } }],
      },
    ],
  },
  measured: { records: 48653, flagged: 1, inspected: 1, wrong: 0, on: '2026-11-24' },
  create: () => (view, report) => {
    for (const turn of view.turns) {
      if (!turn.learned || (turn.bits & (TextBits.leadE1E2 | TextBits.otherLead)) === 0) continue;
      // Arabic begins with lead bytes D8 to DB, Hebrew with D6 and D7: there marks and embeddings have their place.
      const found = findAll(turn.text, RIGHT_TO_LEFT.test(turn.text) ? OVERRIDE : MARK);
      if (found === undefined) continue;
      const data = { count: found.count, code: codePointName(found.text) };
      report({ message: 'mark', pointer: textPointer(turn.message), data, near: found.at });
    }
  },
});
