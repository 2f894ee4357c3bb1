// Two kinds of line breaks in one text.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { TextBits } from '../../model/text-bits.ts';
import { beginning, findAll } from '../../text/find-all.ts';
import { chat, pair } from '../sample.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

const BOTH = TextBits.carriageReturn | TextBits.lineFeed;
const RETURN = /\r\n?/g;

export const mixedNewlines = defineRecordRule({
  id: 'encoding/mixed-newlines',
  title: 'Mixed line breaks',
  why: 'Two spellings of a line break are two things to learn where one would do.',
  mend: 'Use line feeds alone.',
  severity: 'info',
  stage: 'stable',
  since: '0.1.0',
  fix: 'safe',
  options: {},
  messages: { mixed: '{count#line break} with a carriage return among others without.' },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      { title: 'only line feeds', record: chat('List', 'a\nb\nc') },
      { title: 'only CRLF', record: chat('List', 'a\r\nb\r\nc') },
    ],
    bad: [
      {
        title: 'both',
        record: chat('List', 'a\r\nb\nc'),
        finds: [{ message: 'mixed', pointer: '/messages/1/content', data: { count: 1 } }],
      },
      {
        title: 'a lone carriage return',
        record: pair('List', 'a\rb\nc'),
        finds: [{ message: 'mixed', pointer: '/completion', data: { count: 1 } }],
      },
    ],
  },
  measured: { records: 48653, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-24' },
  fixText: (text) => text.replace(RETURN, '\n'),
  create: () => (view, report) => {
    for (const turn of view.turns) {
      if (!turn.learned || (turn.bits & BOTH) !== BOTH) continue;
      const found = findAll(turn.text, RETURN);
      if (found === undefined || !/(?<!\r)\n/.test(beginning(turn.text))) continue;
      report({
        message: 'mixed',
        pointer: textPointer(turn.message),
        data: { count: found.count },
        near: found.at,
      });
    }
  },
});
