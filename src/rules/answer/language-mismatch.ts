// Questions in one language and answers in another, which nobody asked for.

import { share } from '../../model/option.ts';
import { defineDatasetRule } from '../../model/rule.ts';
import { addPlace, emptyPlaces, mergePlaces, type Places, relatedPlaces } from '../../tally/places.ts';
import { withoutCode } from '../../text/code-spans.ts';
import { ASKS_FOR_LANGUAGE, FOREIGN_WORDS, guessLanguage, isProse } from '../../text/language-guess.ts';
import { chat, many } from '../sample.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

interface State {
  answers: number;
  /** By “question>answer”. */
  readonly pairs: Map<string, Places>;
}

/** Shorter texts are names and numbers as often as not. */
const SHORTEST = 40;
const FILLING = many(120, (n) =>
  chat(
    `What was the weather like on day ${n} of the year?`,
    `It rained on day ${n}, and then the sun came out.`,
  ),
);
const GERMAN = 'Der Regen ist Wasser, das aus den Wolken fällt, und er ist nicht warm.';
const FRENCH = 'La pluie est de l’eau qui tombe des nuages, et elle est froide dans les montagnes.';

export const languageMismatch = defineDatasetRule({
  id: 'answer/language-mismatch',
  title: 'Answer in another language',
  why: 'The model learns to answer in a language that the user did not use.',
  mend: 'Write the answer in the language of the question, or ask for the other one in the prompt.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {
    share: share(0.05, 'The share of answers from which on a pair of languages is what the set is for.'),
  },
  messages: { languages: '{count#answer} in {answer}, and their questions are in {question}.' },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      {
        title: 'a translation',
        records: [
          ...FILLING,
          chat('Translate this into German: rain is the water that falls from the clouds.', GERMAN),
        ],
      },
      {
        title: 'both in German',
        records: [...FILLING, chat('Was ist der Regen, und wie ist er, wenn er auf die Erde fällt?', GERMAN)],
      },
      {
        title: 'what the set is for',
        records: many(60, (n) =>
          chat(`What is the rain like on day ${n} of the year, and is it cold?`, GERMAN),
        ),
      },
    ],
    bad: [
      {
        title: 'German for English',
        records: [...FILLING, chat('What is rain, and where does it come from, and is it cold?', GERMAN)],
        finds: [
          { message: 'languages', pointer: '', data: { count: 1, question: 'English', answer: 'German' } },
        ],
      },
      {
        title: 'French for German',
        records: [chat('Was ist der Regen, und wie ist er, wenn er auf die Erde fällt?', FRENCH), ...FILLING],
        finds: [
          { message: 'languages', pointer: '', data: { count: 1, question: 'German', answer: 'French' } },
        ],
      },
    ],
  },
  measured: { records: 98842, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: ({ hint, options }) => {
    const foreign = hint(FOREIGN_WORDS);
    return {
      empty: (): State => ({ answers: 0, pairs: new Map() }),
      add(state: State, { turns, at }) {
        let question: (typeof turns)[number] | undefined;
        for (const turn of turns) {
          if (turn.role === 'user') question = turn;
          if (!turn.learned) continue;
          state.answers += 1;
          // Two texts without a word of another language are both in English, or not in Latin letters.
          if (question === undefined || turn.text.length < SHORTEST || question.text.length < SHORTEST)
            continue;
          if (!turn.has(foreign) && !question.has(foreign)) continue;
          const answered = guessLanguage(withoutCode(turn.text));
          if (answered === undefined || !isProse(turn.text)) continue;
          const asked = guessLanguage(withoutCode(question.text));
          if (asked === undefined || asked === answered) continue;
          // What follows an instruction is often in another language than it.
          if (guessLanguage(question.text.slice(-300)) !== asked) continue;
          if (
            turns.some(
              ({ role, text }) => role !== 'assistant' && ASKS_FOR_LANGUAGE.test(text.slice(0, 5000)),
            )
          )
            continue;
          const pair = `${asked}>${answered}`;
          const places = state.pairs.get(pair) ?? emptyPlaces();
          state.pairs.set(pair, places);
          addPlace(places, at);
        }
      },
      merge(into: State, from: State) {
        into.answers += from.answers;
        for (const [pair, places] of from.pairs) {
          const own = into.pairs.get(pair);
          if (own === undefined) into.pairs.set(pair, places);
          else mergePlaces(own, places);
        }
      },
      finish({ answers, pairs }: State, report) {
        for (const [pair, places] of [...pairs].sort(([a], [b]) => (a < b ? -1 : 1))) {
          if (places.count >= options.share * answers) continue;
          const [question = '', answer = ''] = pair.split('>');
          const data = { count: places.count, question, answer };
          report({ message: 'languages', pointer: '', data, related: relatedPlaces(places, 'here') });
        }
      },
    };
  },
});
