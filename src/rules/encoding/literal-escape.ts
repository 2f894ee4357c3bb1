// Line breaks written as backslash and n: the text was encoded twice.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { TextBits } from '../../model/text-bits.ts';
import { withoutCode } from '../../text/code-spans.ts';
import { findAll } from '../../text/find-all.ts';
import { chat, pair } from '../sample.ts';
import { ALPACA_CLEANED } from '../sources.ts';

/** Before a capital, a digit, a space, a mark or another escape; `\\nu` and `\\neq` are LaTeX. */
const BREAK = /(?<!\\)(?:\\n)+(?=[A-Z\d \-*#]|$)/g;

export const literalEscape = defineRecordRule({
  id: 'encoding/literal-escape',
  title: 'Escapes written out',
  why: 'The text was encoded as JSON twice; the model learns to write a backslash and an n instead of a new line.',
  mend: 'Decode the text once more.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { escape: '{count#line break} written as backslash and n.' },
  sources: [ALPACA_CLEANED],
  examples: {
    good: [
      { title: 'one of them', record: chat('How do I print a line?', 'print("a\\n")') },
      { title: 'real line breaks', record: chat('Code?', 'printf("a\\nb\\n");\nreturn 0;') },
      { title: 'in backticks', record: chat('Which?', 'Use `\\n- ` and `\\n1`.') },
      { title: 'LaTeX', record: chat('Formula?', '\\nu + \\nabla \\neq 0') },
    ],
    bad: [
      {
        title: 'a list',
        record: chat('List', 'Buy:\\n- milk\\n- bread'),
        finds: [{ message: 'escape', pointer: '/messages/1/content', data: { count: 2 } }],
      },
      {
        title: 'sentences',
        record: pair('Tell.', 'First.\\nSecond.\\n\\nThird.'),
        finds: [{ message: 'escape', pointer: '/completion', data: { count: 2 } }],
      },
    ],
  },
  measured: { records: 48653, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-24' },
  create: ({ hint }) => {
    const written = hint(['\\n']);
    const about = hint([
      'regex',
      'regular expression',
      'code',
      'escap',
      'json',
      'string',
      'latex',
      'python',
      'javascript',
      'function',
      'program',
      'print',
      'script',
      '代码',
      '函数',
      '程序',
      '字符串',
    ]);
    return (view, report) => {
      for (const turn of view.turns) {
        if (!turn.learned || (turn.bits & (TextBits.backslash | TextBits.lineFeed)) !== TextBits.backslash)
          continue;
        if (!turn.has(written)) continue;
        const found = findAll(withoutCode(turn.text), BREAK);
        if (found === undefined || found.count < 2 || view.promptHas(about)) continue;
        report({
          message: 'escape',
          pointer: textPointer(turn.message),
          data: { count: found.count },
          near: found.at,
        });
      }
    };
  },
});
