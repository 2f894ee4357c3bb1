// Texts on which tokenizers differ: white space, contractions, digits, scripts, long runs, random mixtures.

import type { Dice } from './random.ts';

/** The white space of Unicode, and three characters that only JavaScript or nobody takes for it. */
const SPACES = [
  ...['\t', '\n', '\v', '\f', '\r', ' ', '\u0085', '\u00a0', '\u1680', '\u2000', '\u2003', '\u2009'],
  ...['\u200a', '\u2028', '\u2029', '\u202f', '\u205f', '\u3000', '\ufeff', '\u200b', '\u180e', '\r\n'],
];

/** Each kind of white space at the start, at the end, alone, doubled, and beside every other kind of character. */
export const whiteSpaceTexts: readonly string[] = SPACES.flatMap((space) => [
  space,
  space.repeat(2),
  space.repeat(5),
  `${space}word`,
  `word${space}`,
  `a${space}b`,
  `a${space}${space}b`,
  `a ${space}b`,
  `a${space} b`,
  `a${space}.b`,
  `a${space}${space}7`,
  `a.${space}\n`,
  `\n${space}\n x`,
  `7${space}8 ${space}`,
  `\u0301${space}\u0301é`,
  `漢${space}字${space}${space}仮名`,
]);

const ENDINGS = ['s', 't', 're', 've', 'm', 'll', 'd', 'S', 'LL', 'Re', 'vE', 'ſ', 'lſ', 'x', 'r', 'v', 'l'];

/** Each contraction in all cases, after every kind of character, and cut short. */
export const contractionTexts: readonly string[] = ENDINGS.flatMap((ending) =>
  ['', 'it', 'IT', 'It', '7', '.', ' ', '\n', 'é', '漢', '\u0301', "'", "it'"].flatMap((before) => [
    `${before}'${ending}`,
    `${before}'${ending} next`,
    `${before}'${ending}word`,
    `${before}'${ending}'${ending}`,
    `${before}’${ending}`,
    `${before} '${ending}`,
  ]),
);

const UNITS = [
  ...[
    ' ',
    '\n',
    '\t',
    '\r\n',
    ' \n',
    '\u00a0',
    'a',
    'A',
    'Aa',
    'aA',
    'ab ',
    '_',
    '-',
    '=',
    '.',
    '/',
    '0',
    '12 ',
  ],
  ...[
    "'s",
    'é',
    'É',
    '\u0301',
    'a\u0301',
    '漢',
    'あ',
    'ア',
    '한',
    'क्षि',
    'ก',
    'ب',
    '😀',
    '👩‍👩‍👧',
    '\ufeff',
    '\u0085',
  ],
];

/** Runs without a place to cut, and nearly so. */
export const runTexts = (length: number): readonly string[] =>
  UNITS.flatMap((unit) => {
    const run = unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
    return [run, `x${run}`, `${run}x`, `${run} 7`];
  });

/** What JSON, code and chats are made of, and what trips up tables made of plain objects. */
export const oddTexts: readonly string[] = [
  '',
  'a',
  'hasOwnProperty constructor __proto__ toString',
  '<|endoftext|><|im_start|>user<|im_sep|>x<|im_end|><|fim_prefix|>',
  '{"role":"user","content":"a\\nb","n":[1,22,333,4444,-5.5e10,true,null]}',
  'function f(a,b){return a==b?{x:`$`+a}:/[^a-z]+/g.test(b)}\n\n\t\t// end\r\n',
  'https://example.org/a/b?c=d&e=%20f#g user.name+tag@example.co.uk',
  'camelCaseName HTTPServer snake_case_name kebab-case-name SHOUTING iPhone McDonald',
  '1 12 123 1234 12345 123456 1234567 1,234,567.89 ½ ²³ Ⅷ ٣٤٥ १२३४ 1٢3',
  'der Straße große ǅungla ŉ ʼn İstanbul ıI ΣΊΣΥΦΟΣ',
  'ñ ñ Å Å 각 각 ﬁ ｆｕｌｌ',
  'a\u0000b\u0001\u001b[31m\u007f\u0080\u009f\ufffe\uffff\u{10ffff}\u{e000}\ufffd',
  '\u0300\u0301\u0302 \u0300a \u0300A A\u0300B a\u0300\u0301b',
];

const ATOMS = [
  ...SPACES,
  ...UNITS,
  ...ENDINGS.map((ending) => `'${ending}`),
  ...[
    'the',
    ' the',
    'The',
    ' quick',
    'Fox',
    'JSON',
    '{"',
    '":',
    '",',
    '\\n',
    '\\u00e9',
    '();',
    '=>',
    '```',
    '**',
  ],
  ...[
    '##',
    ' - ',
    '...',
    '???',
    '—',
    '„',
    '“',
    '«',
    '…',
    '°',
    '€',
    '½',
    '²',
    'ǅ',
    'ʰ',
    'ª',
    'ß',
    'ſ',
    'İ',
    'Ω',
  ],
  ...[
    'привет',
    'ЁЛКА',
    'שלום',
    'مرحبا',
    'नमस्ते',
    'สวัสดี',
    '你好',
    'こんにちは',
    '안녕',
    '🇩🇪',
    '🏽',
    '\u200d',
    '𝒳',
    '𐍈',
  ],
];

/** A mixture of up to `most` pieces: atoms, plain ASCII, and code points from all planes. */
export function randomText(dice: Dice, most = 24): string {
  let text = '';
  for (let left = 1 + dice(most); left > 0; left -= 1) {
    const kind = dice(10);
    if (kind < 6) text += ATOMS[dice(ATOMS.length)] as string;
    else if (kind < 8) text += String.fromCharCode(32 + dice(95));
    else if (kind < 9) text += String.fromCodePoint(notSurrogate(dice(0x3000)));
    else text += String.fromCodePoint(notSurrogate(dice(0x110000)));
  }
  return text;
}

const notSurrogate = (point: number): number => (point >= 0xd800 && point < 0xe000 ? point - 0x1000 : point);
