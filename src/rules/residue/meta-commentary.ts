// Words before what a program is to read.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { chat, pair } from '../sample.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

const LEAD_IN =
  /^\s{0,9}(?:(?:Sure|Certainly|Of course)[,!.] ?)?(?:Here (?:is|are)\b[^\n:]{0,60}|Output|Answer|Label|Result|JSON|Translation)\s?:\s{0,3}\n/i;

export const metaCommentary = defineRecordRule({
  id: 'residue/meta-commentary',
  title: 'Words before the result',
  why: 'A program that reads the answer trips over them.',
  mend: 'Cut the words, so that the answer is the result alone.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { words: 'The answer begins with “{text}” before the result.' },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      {
        title: 'the result alone',
        record: chat('Name and age as JSON.', '{"name": "Ann"}'),
        goal: 'extraction',
      },
      {
        title: 'another goal',
        record: chat('List three colours.', 'Here is the list:\nred\nblue\ngreen'),
        goal: 'style',
      },
    ],
    bad: [
      {
        title: 'before JSON',
        record: chat('Name as JSON.', 'Here is the JSON:\n{"name": "Ann"}'),
        goal: 'extraction',
        finds: [{ message: 'words', pointer: '/messages/1/content', data: { text: 'Here is the JSON:' } }],
      },
      {
        title: 'before a label',
        record: pair('Is it good?', 'Answer:\npositive'),
        goal: 'classification',
        finds: [{ message: 'words', pointer: '/completion', data: { text: 'Answer:' } }],
      },
    ],
  },
  measured: { records: 29471, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create:
    ({ goal }) =>
    (view, report) => {
      if (goal !== 'extraction' && goal !== 'classification') return;
      for (const turn of view.turns) {
        if (!turn.learned) continue;
        const words = LEAD_IN.exec(turn.text)?.[0];
        if (words === undefined) continue;
        report({ message: 'words', pointer: textPointer(turn.message), data: { text: words.trim() } });
      }
    },
});
