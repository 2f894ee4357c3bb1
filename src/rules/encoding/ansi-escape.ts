// Colours of a terminal, copied with its text.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { TextBits } from '../../model/text-bits.ts';
import { findAll } from '../../text/find-all.ts';
import { chat } from '../sample.ts';

const ESCAPE = /\u001b\[[0-9;?]{0,20}[A-Za-z]/g;
/** What is left where the escape character itself was lost. */
const REST = /\[(?:0|1|[34][0-7]|9[0-7])(?:;\d{1,3}){0,3}m(?![\]\w]*\])/g;

export const ansiEscape = defineRecordRule({
  id: 'encoding/ansi-escape',
  title: 'Terminal escape codes',
  why: 'The text was copied from a terminal with its colours; the model learns to write them.',
  mend: 'Remove the escape codes.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'safe',
  options: {},
  messages: { escape: '{count#terminal escape code} in the answer.' },
  sources: [{ title: 'ECMA-48, control sequences' }],
  examples: {
    good: [
      {
        title: 'an answer about terminals',
        record: chat('How do I print red in a terminal?', 'Use \u001b[31m before the text.'),
      },
      { title: 'a number in brackets', record: chat('How long is it?', 'It is [31m] long.') },
    ],
    bad: [
      {
        title: 'colours',
        record: chat('Did it pass?', '\u001b[32mpassed\u001b[0m'),
        finds: [{ message: 'escape', pointer: '/messages/1/content', data: { count: 2 } }],
      },
      {
        title: 'without the escape character',
        record: chat('Did it pass?', '[32mpassed[0m'),
        finds: [{ message: 'escape', pointer: '/messages/1/content', data: { count: 2 } }],
      },
    ],
  },
  measured: { records: 48653, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-24' },
  fixText: (text) => text.replace(ESCAPE, '').replace(REST, ''),
  create: ({ hint }) => {
    const reset = hint(['[0m', '\u001b[']);
    const about = hint(['terminal', 'ansi', 'escape', 'colour', 'color', 'console', ' log']);
    return (view, report) => {
      for (const turn of view.turns) {
        if (!turn.learned || (turn.bits & TextBits.bracket) === 0 || !turn.has(reset)) continue;
        const found = findAll(turn.text, turn.bits & TextBits.escape ? ESCAPE : REST);
        if (found === undefined || view.promptHas(about)) continue;
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
