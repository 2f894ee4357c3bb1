// An answer that changes its language on the way.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { withoutCode } from '../../text/code-spans.ts';
import { ASKS_FOR_LANGUAGE, FOREIGN_WORDS, guessLanguage } from '../../text/language-guess.ts';
import { chat, pair } from '../sample.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

const SHORTEST = 120;
const LOOKED_AT = 4000;
const SENTENCE = /[^.!?\n]{30,400}/g;
const FEWEST = 2;
const SHARE = 0.2;
const ENGLISH =
  'The rain is the water that falls from the clouds. It is cold, and it is good for the fields.';
const GERMAN =
  'Der Regen ist Wasser, das aus den Wolken auf die Erde fällt. Er ist nicht warm, und er ist gut für die Felder.';

export const mixedLanguage = defineRecordRule({
  id: 'answer/mixed-language',
  title: 'Answer in two languages',
  why: 'The generator slipped into another language half-way; the model learns to do the same.',
  mend: 'Write the whole answer in the language of the question.',
  severity: 'info',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { two: '{few#sentence} in {other}, {count} in {main}.' },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      { title: 'one language', record: chat('What is rain?', `${ENGLISH} ${ENGLISH}`) },
      {
        title: 'both were asked for',
        record: chat('Tell me of rain in English and German.', `${ENGLISH} ${GERMAN}`),
      },
      {
        title: 'a quotation',
        record: chat(
          'What is rain?',
          `${ENGLISH} ${ENGLISH} A poet wrote: der Regen ist das Kind der Wolken und der Erde.`,
        ),
      },
    ],
    bad: [
      {
        title: 'half and half',
        record: chat('What is rain?', `${ENGLISH} ${GERMAN}`),
        finds: [
          {
            message: 'two',
            pointer: '/messages/1/content',
            data: { few: 2, other: 'German', count: 2, main: 'English' },
          },
        ],
      },
      {
        title: 'the end',
        record: pair('Was ist Regen?', `${GERMAN} ${GERMAN} ${ENGLISH}`),
        finds: [
          {
            message: 'two',
            pointer: '/completion',
            data: { few: 2, other: 'English', count: 4, main: 'German' },
          },
        ],
      },
    ],
  },
  measured: { records: 98842, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: ({ hint }) => {
    const foreign = hint(FOREIGN_WORDS);
    return (view, report) => {
      for (const turn of view.turns) {
        if (!turn.learned || turn.text.length < SHORTEST || !turn.has(foreign)) continue;
        const [main, other] = languagesOf(withoutCode(turn.text.slice(0, LOOKED_AT)));
        if (main === undefined || other === undefined || other.count < FEWEST) continue;
        if (other.count < SHARE * (main.count + other.count)) continue;
        if (view.turns.some(({ learned, text }) => !learned && isMixed(text.slice(0, LOOKED_AT)))) continue;
        report({
          message: 'two',
          pointer: textPointer(turn.message),
          data: { few: other.count, other: other.language, count: main.count, main: main.language },
          near: other.at,
        });
      }
    };
  },
});

interface Spoken {
  readonly language: string;
  count: number;
  /** Where it comes first. */
  readonly at: number;
}

/** Languages of the sentences, the most frequent first. */
function languagesOf(text: string): Spoken[] {
  const found = new Map<string, Spoken>();
  for (const { 0: sentence, index } of text.matchAll(SENTENCE)) {
    const language = guessLanguage(sentence);
    if (language === undefined) continue;
    const spoken = found.get(language) ?? { language, count: 0, at: index };
    spoken.count += 1;
    found.set(language, spoken);
  }
  return [...found.values()].sort((a, b) => b.count - a.count || a.at - b.at);
}

/** The prompt names a language, or is itself in two. */
const isMixed = (prompt: string): boolean =>
  ASKS_FOR_LANGUAGE.test(prompt) || (languagesOf(prompt)[1]?.count ?? 0) > 0;
