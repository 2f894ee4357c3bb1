// The answer says the same words again and again, though not in one row.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { TextBits } from '../../model/text-bits.ts';
import { repeatedShare } from '../../text/repeated-share.ts';
import { ASKED_TO_REPEAT } from '../asked-to-repeat.ts';
import { chat, many, pair } from '../sample.ts';
import { DATATROVE } from '../sources.ts';

const SHORTEST = 250;
const FEWEST_WORDS = 50;
/** Code, tables and listings of numbers say the same again for good reason. */
const CODE = /^\s*\||[<>{}[\];=]|\w\(/m;
/** Every day of a plan may be like the one before. */
const PLANNED = /schedule|routine|calendar|timetable|\bplan\b|quiz|survey|questionnaire/i;
const MANY_DIGITS = /\d(?:\D{0,12}\d){30}/;
const REFRAIN = many(9, (n) => `The number ${n} is one of the numbers that we all like.`).join(' ');

export const ngramRepetition = defineRecordRule({
  id: 'answer/ngram-repetition',
  title: 'Answer says the same again and again',
  why: 'Most of it carries nothing new; the model learns to fill its answers in the same way.',
  mend: 'Shorten the answer to what it says, or write it anew.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  knockOnOf: ['answer/repetition-loop'],
  options: {},
  messages: {
    lines: '{share} % of the answer are lines that it has already said: “{text}”.',
    words: '{share} % of the answer are runs of {size} words that it has already said: “{text}”.',
  },
  sources: [DATATROVE],
  examples: {
    good: [
      {
        title: 'steps of a sum',
        record: chat(
          'How much is it?',
          'First there are 2 boxes with 3 apples each, which makes 2 times 3, so 6 apples in all of them. Then there are 4 bags with 5 pears each, which makes 20 pears. Then there are 3 nets with 7 nuts each, which makes 21 nuts in all. So the sum of apples, pears and nuts is 6 and 20 and 21, which is 47 of them.',
        ),
      },
      { title: 'a song was asked for', record: chat('Write a song about numbers.', REFRAIN) },
    ],
    bad: [
      {
        title: 'one sentence with another number',
        record: chat('Tell me about numbers.', REFRAIN),
        finds: [{ message: 'words', pointer: '/messages/1/content' }],
      },
      {
        title: 'lines that come back',
        record: pair(
          'Tell me about rain.',
          many(6, (n) => `Rain is water that falls from the clouds.\nSo it is, ${n}.`).join('\n'),
        ),
        finds: [{ message: 'lines', pointer: '/completion' }],
      },
    ],
  },
  measured: { records: 98842, flagged: 1, inspected: 1, wrong: 0, on: '2026-11-25' },
  create: ({ hint }) => {
    const about = hint(ASKED_TO_REPEAT);
    return (view, report) => {
      for (const turn of view.turns) {
        if (!turn.learned || turn.text.length < SHORTEST) continue;
        if ((turn.bits & TextBits.eastAsian) !== 0 || view.promptHas(about)) continue;
        const found = repeatedShare(turn.text, FEWEST_WORDS);
        if (found === undefined || CODE.test(turn.text) || MANY_DIGITS.test(turn.text)) continue;
        if (view.turns.some(({ learned, text }) => !learned && PLANNED.test(text))) continue;
        const { at, text, size } = found;
        const data = { share: found.percent, text, ...(size === undefined ? {} : { size }) };
        report({
          message: size === undefined ? 'lines' : 'words',
          pointer: textPointer(turn.message),
          data,
          near: at,
        });
      }
    };
  },
});
