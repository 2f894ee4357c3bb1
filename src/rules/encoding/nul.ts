// U+0000 in a text: databases and tokenizers written in C stop there.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { TextBits } from '../../model/text-bits.ts';
import { findAll } from '../../text/find-all.ts';
import { chat } from '../sample.ts';

const NUL = /\u0000/g;

export const nul = defineRecordRule({
  id: 'encoding/nul',
  title: 'NUL character',
  why: 'Programs written in C end the text there, so what is trained is not what you see.',
  mend: 'Remove the character.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'safe',
  options: {},
  messages: { nul: '{count#NUL character} in the text.' },
  sources: [{ title: 'Practice; PostgreSQL and C-string tokenizers refuse or cut at U+0000' }],
  examples: {
    good: [
      { title: 'the two characters of an escape', record: chat('End of a C string?', 'It is \\0.') },
      { title: 'a tab', record: chat('Table', 'a\tb') },
    ],
    bad: [
      {
        title: 'at the end',
        record: chat('Name?', 'Ann\u0000'),
        finds: [{ message: 'nul', pointer: '/messages/1/content', data: { count: 1 } }],
      },
      {
        title: 'in the question',
        record: chat('a\u0000b\u0000', 'Yes'),
        finds: [{ message: 'nul', pointer: '/messages/0/content', data: { count: 2 } }],
      },
    ],
  },
  measured: { records: 48653, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-24' },
  fixText: (text) => text.replace(NUL, ''),
  create: () => (view, report) => {
    for (const turn of view.turns) {
      if ((turn.bits & TextBits.nul) === 0) continue;
      const found = findAll(turn.text, NUL);
      if (found === undefined) continue;
      report({
        message: 'nul',
        data: { count: found.count },
        pointer: textPointer(turn.message),
        near: found.at,
      });
    }
  },
});
