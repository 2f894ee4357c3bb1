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
        title: 'a text that had nothing to correct',
        record: {
          instruction: 'Correct the sentence.',
          input: 'The train leaves at seven in the morning.',
          output: 'The train leaves at seven in the morning.',
        },
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
        title: 'the input field again',
        record: {
          instruction: 'Summarise the text in five words.',
          input: 'The river rose over night and took the bridge with it.',
          output: 'The river rose over night and took the bridge with it.',
        },
        finds: [{ message: 'equal', pointer: '/output' }],
      },
    ],
  },
  create: ({ hint }) => {
    const copies = hint(COPY_WORDS);
    return (view, report) => {
      let before: Turn | undefined;
      for (const turn of view.turns) {
        const equal =
          turn.learned &&
          before?.role === 'user' &&
          turn.text.length >= SHORTEST &&
          turn.sameAs(before) &&
          !view.promptHas(copies);
        if (equal) report({ message: 'equal', pointer: textPointer(turn.message) });
        before = turn;
      }
    };
  },
});
