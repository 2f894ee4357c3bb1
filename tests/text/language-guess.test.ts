// Which language a text is in, and that doubt is no answer.

import { expect, test } from 'vitest';
import { guessLanguage, isProse } from '../../src/text/language-guess.ts';
import { repeatedShare } from '../../src/text/repeated-share.ts';

test.each([
  ['The rain is the water that falls from the clouds, and it is cold.', 'English'],
  ['Der Regen ist Wasser, das aus den Wolken fällt, und er ist kalt.', 'German'],
  ['La pluie est de l’eau qui tombe des nuages, et elle est froide dans les montagnes.', 'French'],
  ['La lluvia es el agua que cae de las nubes, y es muy fría en los montes.', 'Spanish'],
  ['A chuva é a água que cai das nuvens, e não é quente nos montes, mas também é uma ajuda.', 'Portuguese'],
  ['La pioggia è l’acqua che cade dalle nuvole, ed è fredda nella valle e non nel mare.', 'Italian'],
  ['De regen is het water dat uit de wolken valt, en het is niet warm.', 'Dutch'],
  ['Yağmur, bulutlardan düşen bir sudur ve bu su çok soğuk olarak bilinir.', 'Turkish'],
  ['12 + 15 = 27, 27 / 3 = 9', undefined],
  ['Rome, Oslo, Lima', undefined],
  ['', undefined],
])('%j is in %s', (text, language) => {
  expect(guessLanguage(text)).toBe(language);
});

test('titles and names are no prose', () => {
  expect(isProse('Doctor Who and the Daleks in the Seven Keys to Doomsday')).toBe(false);
  expect(isProse('The rain is the water that falls from the clouds, and it is cold in the mountains.')).toBe(
    true,
  );
});

test('a text that says nothing twice repeats nothing, and a loop repeats nearly all', () => {
  const words = Array.from({ length: 300 }, (_, n) => `word${n}`);
  expect(repeatedShare(words.join(' '), 50)).toBeUndefined();
  expect(repeatedShare('so it goes on and on '.repeat(60), 50)?.percent).toBeGreaterThan(80);
  expect(repeatedShare('so it goes on', 50)).toBeUndefined();
});
