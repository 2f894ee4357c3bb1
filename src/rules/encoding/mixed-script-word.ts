// A word of two alphabets that look alike.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { TextBits } from '../../model/text-bits.ts';
import { beginning } from '../../text/find-all.ts';
import { chat, pair } from '../sample.ts';

const TOUCH = /[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z]/;

export const mixedScriptWord = defineRecordRule({
  id: 'encoding/mixed-script-word',
  title: 'Two alphabets in one word',
  why: 'A letter that only looks right makes another word of it; it comes from scanning or from hiding words.',
  mend: 'Write the word in one alphabet.',
  severity: 'info',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { word: '{count#word} of two alphabets, the first is {word}.' },
  sources: [{ title: 'Unicode Technical Standard 39, confusable characters' }],
  examples: {
    good: [
      {
        title: 'Russian with an English name',
        record: chat('Где?', 'На GitHub в IT-отделе, через USBшный порт'),
      },
      { title: 'units', record: chat('How thin?', '5 μm, ΔT = 2') },
    ],
    bad: [
      {
        title: 'a Cyrillic a',
        record: chat('Pay?', 'P\u0430yp\u0430l account'),
        finds: [{ message: 'word', pointer: '/messages/1/content', data: { count: 1, word: 'Pаypаl' } }],
      },
      {
        title: 'a Latin o in Russian',
        record: pair('Как?', 'х\u006fр\u006fш\u006f'),
        finds: [{ message: 'word', pointer: '/completion', data: { count: 1, word: 'хoрoшo' } }],
      },
    ],
  },
  measured: { records: 48653, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-24' },
  create: () => (view, report) => {
    for (const turn of view.turns) {
      if (
        !turn.learned ||
        (turn.bits & (TextBits.cyrillic | TextBits.letter)) !== (TextBits.cyrillic | TextBits.letter)
      )
        continue;
      const found = wordOfTwo(turn.text);
      if (found === undefined) continue;
      report({
        message: 'word',
        data: { count: found.count, word: found.text },
        pointer: textPointer(turn.message),
        near: found.at,
      });
    }
  },
});

/** Cyrillic letters that look Latin, and the Latin ones that look Cyrillic. */
const ALIKE_CYRILLIC =
  /^[\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425]+$/;
const ALIKE_LATIN = /^[aeopcyxijsABEKMHOPCTX]+$/;

function wordOfTwo(text: string) {
  const look = beginning(text);
  if (!TOUCH.test(look)) return undefined;
  let found: { count: number; at: number; text: string } | undefined;
  for (const { 0: word, index } of look.matchAll(/[\p{L}]{3,40}/gu)) {
    const latin = word.replace(/[^A-Za-z]+/g, '');
    const cyrillic = word.replace(/[^\u0400-\u04ff]+/g, '');
    if (latin === '' || cyrillic === '') continue;
    if (!ALIKE_CYRILLIC.test(cyrillic) && !ALIKE_LATIN.test(latin)) continue;
    if (found === undefined) found = { count: 1, at: index, text: word };
    else found.count += 1;
  }
  return found;
}
