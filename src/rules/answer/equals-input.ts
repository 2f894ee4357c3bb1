// An answer that repeats its question word for word teaches the model to echo.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule, type Turn } from '../../model/rule.ts';

const SHORTEST = 20;
/** Tasks whose right answer may be the text itself. */
const COPY_WORDS = [
  'correct',
  'proofread',
  'proof-read',
  'translat',
  'copy',
  'repeat',
  'echo',
  'normali',
  'grammar',
  'spell',
  'punctuat',
  'rewrite',
  'edit',
  'fix',
  'sort',
  '翻译',
  '改正',
  '纠正',
  '校对',
  '修改',
  '重复',
  '复制',
];

export const equalsInput = defineRecordRule({
  id: 'answer/equals-input',
  title: 'Answer repeats the input',
  why: 'The model learns to hand the question back instead of answering it.',
  mend: 'Write the real answer, or remove the record.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'drop',
  options: {},
  messages: { equal: 'The answer is the same text as the input.' },
  sources: [
    {
      title: 'AlpacaDataCleaned, kinds of faults in Alpaca',
      url: 'https://github.com/gururise/AlpacaDataCleaned',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      {
        title: 'a short echo',
        record: {
          messages: [
            { role: 'user', content: 'Good morning!' },
            { role: 'assistant', content: 'Good morning!' },
          ],
        },
      },
      {
        title: 'a list that was in order already',
        record: {
          instruction: 'Put the list into alphabetical order.',
          input: 'cedar, hummingbird, jaguar, oak',
          output: 'cedar, hummingbird, jaguar, oak',
        },
      },
      {
        title: 'a text that had nothing to correct',
        record: { prompt: 'Correct: he goes home.', completion: 'correct: he goes home.' },
      },
    ],
    bad: [
      {
        title: 'the question again, in other letters',
        record: {
          messages: [
            { role: 'user', content: 'What is the capital of France?' },
            { role: 'assistant', content: 'what is the  capital of France? ' },
          ],
        },
        finds: [{ message: 'equal', pointer: '/messages/1/content' }],
      },
      {
        title: 'the instruction again, with no input beside it',
        record: {
          instruction: 'Create a looping GIF of a running cat.',
          output: 'Create a looping GIF of a running cat.',
        },
        finds: [{ message: 'equal', pointer: '/output' }],
      },
    ],
  },
  measured: { records: 98842, flagged: 2, inspected: 2, wrong: 0, on: '2026-11-25' },
  create: ({ hint }) => {
    const copies = hint(COPY_WORDS);
    return (view, report) => {
      let before: Turn | undefined;
      let asked = 0;
      for (const turn of view.turns) {
        // A task and its input as two user texts: the input may be the right answer, as in a list that was sorted.
        const equal =
          turn.learned &&
          before !== undefined &&
          asked === 1 &&
          turn.text.length >= SHORTEST &&
          turn.sameAs(before) &&
          !view.promptHas(copies);
        if (equal) report({ message: 'equal', pointer: textPointer(turn.message) });
        asked = turn.role === 'user' ? asked + 1 : 0;
        before = turn;
      }
    };
  },
});
