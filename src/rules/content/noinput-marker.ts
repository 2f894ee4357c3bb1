// “No input” written into the field that should be empty.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { ALPACA_CLEANED } from '../sources.ts';

const LONGEST = 24;
const MARKERS: ReadonlySet<string> = new Set([
  'no input',
  'noinput',
  'no_input',
  'none',
  'n/a',
  '无输入',
  '无',
  '没有输入',
  '&lt;无输入&gt;',
  '&lt;no input&gt;',
  '&lt;noinput&gt;',
]);

export const noinputMarker = defineRecordRule({
  id: 'content/noinput-marker',
  title: 'Input field says “no input”',
  why: 'The model learns that questions come with the words “no input”, which no user will write.',
  mend: 'Leave the input field empty.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'safe',
  options: {},
  messages: { marker: 'The input says “{text}” instead of being empty.' },
  sources: [ALPACA_CLEANED],
  examples: {
    good: [
      { title: 'empty', record: { instruction: 'Tell a joke.', input: '', output: 'Knock, knock.' } },
      {
        title: 'inside a text',
        record: {
          instruction: 'Fix it.',
          input: 'There was no input from the team.',
          output: 'The team gave no input.',
        },
      },
    ],
    bad: [
      {
        title: 'no input',
        record: { instruction: 'Tell a joke.', input: '<no input>', output: 'Knock, knock.' },
        finds: [{ message: 'marker', pointer: '/input', data: { text: '<no input>' } }],
      },
      {
        title: 'none',
        record: { instruction: 'Tell a joke.', input: 'None', output: 'Knock, knock.' },
        finds: [{ message: 'marker', pointer: '/input', data: { text: 'None' } }],
      },
    ],
  },
  measured: { records: 48653, flagged: 481, inspected: 9, wrong: 0, on: '2026-11-24' },
  fixText: () => '',
  create: () => (view, report) => {
    for (const turn of view.turns) {
      if (turn.message.base !== '/input' || turn.text.length > LONGEST || turn.text === '') continue;
      if (!MARKERS.has(turn.folded.replace(/^[<[("“']+|[>\])."”']+$/g, ''))) continue;
      report({ message: 'marker', pointer: textPointer(turn.message), data: { text: turn.text.trim() } });
    }
  },
});
