// Writing of another script in answers whose questions have none of it.

import { defineDatasetRule } from '../../model/rule.ts';
import { TextBits } from '../../model/text-bits.ts';
import { addPlace, emptyPlaces, mergePlaces, type Places, relatedPlaces } from '../../tally/places.ts';
import { withoutCode } from '../../text/code-spans.ts';
import { beginning, findAll } from '../../text/find-all.ts';
import { chat, many } from '../sample.ts';
import { OPEN_INSTRUCT } from '../sources.ts';

interface State {
  answers: number;
  /** Answers in a script that their question has too, by script. */
  readonly usual: number[];
  readonly odd: Places[];
}

const SCRIPTS = [
  { name: 'Chinese', bit: TextBits.eastAsian, letters: /\p{Script=Han}/gu },
  { name: 'Korean', bit: TextBits.eastAsian, letters: /\p{Script=Hangul}/gu },
  { name: 'Cyrillic', bit: TextBits.cyrillic, letters: /\p{Script=Cyrillic}/gu },
] as const;
const EITHER = TextBits.eastAsian | TextBits.cyrillic;
/** A word or two in another script are a name or a loan. */
const FEWEST = 5;
const SHARE = 0.05;
const SHARE_OF_SET = 0.01;
const FILLING = many(120, (n) =>
  chat(`Tell me of the rain of day ${n}.`, `It fell on day ${n}, and then it stopped.`),
);

export const unexpectedScript = defineDatasetRule({
  id: 'answer/unexpected-script',
  title: 'Another script in the answer',
  why: 'The generator slipped into another language; the model learns to do the same.',
  mend: 'Write the answer in the language of the question.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { script: '{count#answer} hold {script} text, and their questions have none.' },
  sources: [OPEN_INSTRUCT],
  examples: {
    good: [
      {
        title: 'a translation',
        record: chat('Translate “hello” into Chinese.', '你好 means hello, 你好吗 asks how you are.'),
      },
      {
        title: 'the set is Chinese',
        records: many(40, (n) => chat(n ? `${n} 你好吗？` : 'How are you?', `我很好，谢谢你 ${n}。`)),
      },
      {
        title: 'a word',
        record: chat(
          'What is tofu?',
          'Tofu (豆腐) is made of soy beans, water and a salt that makes it firm; it comes from China and is eaten in many lands.',
        ),
      },
    ],
    bad: [
      {
        title: 'Chinese in English',
        records: [
          ...FILLING,
          chat(
            'Tell me of rain.',
            'Rain is water that falls from clouds. 雨水是从云中落下的水滴，滋润大地。',
          ),
        ],
        finds: [{ message: 'script', pointer: '', data: { count: 1, script: 'Chinese' } }],
      },
      {
        title: 'Russian in English',
        records: [chat('Tell me of rain.', 'Rain is water. Дождь это вода, которая падает.'), ...FILLING],
        finds: [{ message: 'script', pointer: '', data: { count: 1, script: 'Cyrillic' } }],
      },
    ],
  },
  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-24' },
  create: ({ hint }) => {
    const about = hint([
      'translat',
      'language',
      'english',
      'chinese',
      'japanese',
      'korean',
      'russian',
      'mandarin',
      'kanji',
      'cyrillic',
      'character',
      'ukrain',
      'bulgar',
      'foreign',
      'unicode',
      'greet',
      'hello',
      'emoji',
      'kaomoji',
      'russia',
      'china',
      'japan',
      'korea',
      'asia',
      'name',
    ]);
    return {
      empty: (): State => ({ answers: 0, usual: SCRIPTS.map(() => 0), odd: SCRIPTS.map(emptyPlaces) }),
      add(state: State, view) {
        let asked = 0;
        for (const turn of view.turns) {
          if (!turn.learned) {
            asked |= turn.bits;
            continue;
          }
          state.answers += 1;
          if ((turn.bits & EITHER) === 0) continue;
          for (let i = 0; i < SCRIPTS.length; i += 1) {
            const script = SCRIPTS[i];
            if (script === undefined || (turn.bits & script.bit) === 0) continue;
            if ((asked & script.bit) !== 0) state.usual[i] = (state.usual[i] ?? 0) + 1;
            else if (
              (asked & TextBits.letter) !== 0 &&
              !view.promptHas(about) &&
              isMuch(turn.text, script.letters)
            ) {
              const places = state.odd[i];
              if (places !== undefined) addPlace(places, view.at);
            }
          }
        }
      },
      merge(into: State, from: State) {
        into.answers += from.answers;
        from.odd.forEach((places, i) => {
          into.usual[i] = (into.usual[i] ?? 0) + (from.usual[i] ?? 0);
          const own = into.odd[i];
          if (own !== undefined) mergePlaces(own, places);
        });
      },
      finish({ answers, usual, odd }: State, report) {
        SCRIPTS.forEach(({ name }, i) => {
          const places = odd[i];
          // Where the set writes so anyway, a question in English is no slip of the answer.
          if (places === undefined || places.count === 0 || (usual[i] ?? 0) > SHARE_OF_SET * answers) return;
          const data = { count: places.count, script: name };
          report({ message: 'script', pointer: '', data, related: relatedPlaces(places, 'here') });
        });
      },
    };
  },
});

function isMuch(text: string, pattern: RegExp): boolean {
  const prose = withoutCode(beginning(text));
  const found = findAll(prose, pattern);
  return (
    found !== undefined &&
    found.count >= FEWEST &&
    found.count >= SHARE * (prose.match(/\p{L}/gu)?.length ?? 0)
  );
}
