// Spaces that look like a space and are none.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { TextBits } from '../../model/text-bits.ts';
import { withoutCode } from '../../text/code-spans.ts';
import { codePointName, findAll } from '../../text/find-all.ts';
import { chat, pair } from '../sample.ts';

/** Not where typography wants them: beside French marks, between a number and its unit, in East Asian text. */
const SPACE =
  /(?<![«\d\u3000-\u9fff\uff00-\uffef])[\u00a0\u2000-\u200a\u202f\u205f\u3000](?![:;!?»%€$\d\u3000-\u9fff\uff00-\uffef])/g;

export const oddSpace = defineRecordRule({
  id: 'encoding/odd-space',
  title: 'Unusual spaces',
  why: 'They look like a space and are other tokens; mostly they come from web pages.',
  mend: 'Put plain spaces in their place.',
  severity: 'info',
  stage: 'stable',
  since: '0.1.0',
  fix: 'safe',
  options: {},
  messages: { space: '{count#unusual space}, the first is {code}.' },
  sources: [{ title: 'Unicode, space separators' }],
  examples: {
    good: [
      { title: 'French puts one before a mark', record: chat('Ça va ?', 'Oui\u00a0! «\u00a0Bien\u00a0»') },
      { title: 'Japanese', record: chat('名前は？', '山田\u3000太郎') },
      { title: 'between number and unit', record: chat('How far?', '5\u00a0km') },
    ],
    bad: [
      {
        title: 'no-break spaces',
        record: chat('Tell.', 'Once\u00a0upon a\u00a0time'),
        finds: [{ message: 'space', pointer: '/messages/1/content', data: { count: 2, code: 'U+00A0' } }],
      },
      {
        title: 'an em space',
        record: pair('Tell.', 'One\u2003two'),
        finds: [{ message: 'space', pointer: '/completion', data: { count: 1, code: 'U+2003' } }],
      },
    ],
  },
  measured: { records: 48653, flagged: 7, inspected: 7, wrong: 0, on: '2026-11-24' },
  fixText: (text) => {
    const prose = withoutCode(text);
    return text.replace(SPACE, (found, at: number) => (prose[at] === found ? ' ' : found));
  },
  create: () => (view, report) => {
    for (const turn of view.turns) {
      if (!turn.learned || (turn.bits & (TextBits.leadC2 | TextBits.leadE1E2 | TextBits.eastAsian)) === 0)
        continue;
      const found = findAll(turn.bits & TextBits.backtick ? withoutCode(turn.text) : turn.text, SPACE);
      if (found === undefined) continue;
      report({
        message: 'space',
        data: { count: found.count, code: codePointName(found.text) },
        pointer: textPointer(turn.message),
        near: found.at,
      });
    }
  },
});
