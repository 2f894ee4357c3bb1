// An answer that only holds the place of one.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { chat, pair } from '../sample.ts';
import { ALPACA_CLEANED } from '../sources.ts';

const LONGEST = 30;
const EDGES = /^[\s<[({"'.\-–—…?]+|[\s>\])}"'.\-–—…?]+$/gu;
const SURE: ReadonlySet<string> = new Set([
  'todo',
  'tbd',
  'tbc',
  'fixme',
  'placeholder',
  'asdf',
  'xxx',
  'no output',
  'nooutput',
  'no answer',
  'no response',
  'no data',
  'object object',
  '无输出',
  '没有输出',
]);
/** Right answers to some questions. */
const MAYBE: ReadonlySet<string> = new Set([
  'n/a',
  'none',
  'null',
  'nil',
  'undefined',
  'nan',
  'empty',
  'test',
]);

export const placeholderValue = defineRecordRule({
  id: 'content/placeholder-value',
  title: 'Placeholder instead of an answer',
  why: 'The model learns to give no answer.',
  mend: 'Write the answer, or remove the record.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'drop',
  options: {},
  messages: { placeholder: 'The whole answer is “{text}”.' },
  sources: [ALPACA_CLEANED],
  examples: {
    good: [
      {
        title: 'none as one of several choices',
        record: chat('Which of these apply? If none, say none.', 'None'),
      },
      { title: 'an answer that speaks of it', record: chat('What is null?', 'Null means no value.') },
      { title: 'code', record: chat('What does this Python function return?', 'None') },
    ],
    bad: [
      {
        title: 'no output',
        record: { instruction: 'Summarise the video.', output: '<nooutput>' },
        finds: [{ message: 'placeholder', pointer: '/output', data: { text: '<nooutput>' } }],
      },
      {
        title: 'not applicable',
        record: chat('Write a poem about rain.', 'N/A'),
        finds: [{ message: 'placeholder', pointer: '/messages/1/content', data: { text: 'N/A' } }],
      },
      {
        title: 'to be done',
        record: pair('Describe the product.', 'TODO'),
        finds: [{ message: 'placeholder', pointer: '/completion', data: { text: 'TODO' } }],
      },
    ],
  },
  measured: { records: 48653, flagged: 26, inspected: 9, wrong: 0, on: '2026-11-24' },
  create: ({ hint, goal }) => {
    const about = hint([
      'none',
      'null',
      'n/a',
      'not applicable',
      'empty',
      'test',
      'undefined',
      'nan',
      'code',
      'function',
      'python',
      'javascript',
      'output',
      'result',
      'return',
      'label',
      'class',
      'categor',
      'extract',
      'identify',
      'which',
      'any',
      'find',
      'detect',
    ]);
    // Where answers are labels or fields, "none" is one of them.
    const onlySure = goal === 'classification' || goal === 'extraction';
    return (view, report) => {
      for (const turn of view.turns) {
        if (!turn.learned || turn.text.length > LONGEST || turn.text === '') continue;
        const text = turn.folded.replace(EDGES, '');
        const sure = SURE.has(text) || (text === '' && /^[-–—.…?]+$/u.test(turn.folded));
        if (!sure && (onlySure || !MAYBE.has(text) || view.promptHas(about))) continue;
        report({
          message: 'placeholder',
          pointer: textPointer(turn.message),
          data: { text: turn.text.trim() },
        });
      }
    };
  },
});
