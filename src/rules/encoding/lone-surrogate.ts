// Half of a surrogate pair: no UTF-8 can hold it.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { TextBits } from '../../model/text-bits.ts';
import { codePointName, findAll } from '../../text/find-all.ts';
import { chat } from '../sample.ts';

const HALF = /\p{Surrogate}/gu;

export const loneSurrogate = defineRecordRule({
  id: 'encoding/lone-surrogate',
  title: 'Half a character',
  why: 'The text cannot be written as UTF-8: readers stop, or put another character in its place.',
  mend: 'Write the whole character, or remove the half.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { half: '{count#half character}, such as {code}, which no UTF-8 can hold.' },
  sources: [{ title: 'The Unicode Standard, surrogates' }],
  examples: {
    good: [
      { title: 'a whole emoji', record: chat('Smile!', '\ud83d\ude00') },
      { title: 'plain text', record: chat('Hi', 'Hello!') },
    ],
    bad: [
      {
        title: 'the first half',
        lines: '{"prompt":"Smile!","completion":"\\ud83d"}\n',
        finds: [{ message: 'half', pointer: '/completion', data: { count: 1, code: 'U+D83D' } }],
      },
      {
        title: 'in the question',
        lines: '{"prompt":"\\udc00 \\udc00?","completion":"Yes"}\n',
        finds: [{ message: 'half', pointer: '/prompt', data: { count: 2, code: 'U+DC00' } }],
      },
    ],
  },
  measured: { records: 48653, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-24' },
  create: () => (view, report) => {
    for (const turn of view.turns) {
      if ((turn.bits & TextBits.leadEF) === 0) continue;
      const found = findAll(turn.text, HALF);
      if (found === undefined) continue;
      report({
        message: 'half',
        data: { count: found.count, code: codePointName(found.text) },
        pointer: textPointer(turn.message),
        near: found.at,
      });
    }
  },
});
