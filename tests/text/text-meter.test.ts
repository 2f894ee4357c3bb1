// TextMeter against the plain way of asking each question.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TextBits } from '../../src/model/text-bits.ts';
import { HintBook, holdsHint } from '../../src/text/hint-finder.ts';
import { foldText } from '../../src/text/normal-forms.ts';
import { TextMeter } from '../../src/text/text-meter.ts';

const seed = 81_113;
const text = fc.oneof(
  fc.string({
    unit: fc.constantFrom(
      'a',
      'B',
      ' ',
      '\n',
      '\t',
      'é',
      '\u200b',
      'ﬁ',
      '日',
      '🙂',
      '<',
      '|',
      's',
      'o',
      'r',
      'y',
    ),
  }),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

const measure = (input: string, meter = new TextMeter(new HintBook().finder())) => {
  meter.measure(input);
  return {
    bits: meter.bits,
    raw: `${meter.raw.high}:${meter.raw.low}`,
    folded: `${meter.folded.high}:${meter.folded.low}`,
    bytes: Buffer.from(meter.bytes.subarray(0, meter.length)).toString('utf8'),
  };
};

/** Marks of ASCII that have a bit of their own. */
const MARKS: Readonly<Record<string, number>> = {
  '\u0000': TextBits.nul,
  '\u001b': TextBits.escape,
  '\r': TextBits.carriageReturn,
  '\n': TextBits.lineFeed,
  '<': TextBits.less,
  '[': TextBits.bracket,
  '{': TextBits.brace,
  '`': TextBits.backtick,
  '&': TextBits.ampersand,
  '\\': TextBits.backslash,
  '|': TextBits.pipe,
  $: TextBits.dollar,
  '%': TextBits.percent,
  '#': TextBits.hash,
  '@': TextBits.at,
};
/** Where blocks end, and the bit of the lead bytes that begin them. */
const BLOCKS: readonly (readonly [end: number, bit: number])[] = [
  [0xbf, TextBits.leadC2],
  [0xff, TextBits.leadC3],
  [0x3ff, TextBits.otherLead],
  [0x4ff, TextBits.cyrillic],
  [0xfff, TextBits.otherLead],
  [0x2fff, TextBits.leadE1E2],
  [0xdfff, TextBits.eastAsian],
  [0xefff, TextBits.leadEE],
  [0xffff, TextBits.leadEF],
  [0x10ffff, TextBits.leadF],
];

/** The bits of a text, one code point after the other. A lone half of a pair becomes U+FFFD. */
function bitsOf(input: string): number {
  let bits = 0;
  for (const character of Buffer.from(input).toString()) {
    const point = character.codePointAt(0) ?? 0;
    if (point > 0x7f) {
      bits |= TextBits.nonAscii | (BLOCKS.find(([end]) => point <= end)?.[1] ?? 0);
      continue;
    }
    bits |= MARKS[character] ?? 0;
    if (/[a-z]/i.test(character)) bits |= TextBits.letter;
    if (/[A-Z]/.test(character)) bits |= TextBits.upper;
    if (/[0-9]/.test(character)) bits |= TextBits.digit;
    if ((point < 32 || point === 127) && !'\0\t\n\r\u001b'.includes(character)) bits |= TextBits.control;
  }
  return bits;
}

describe('TextMeter', () => {
  test('holds the UTF-8 of the text, whatever came before', () => {
    const meter = new TextMeter(new HintBook().finder());
    fc.assert(
      fc.property(text, (input) => {
        expect(measure(input, meter)).toEqual(measure(input));
        expect(measure(input, meter).bytes).toBe(Buffer.from(input).toString());
      }),
      { seed, numRuns: 500 },
    );
  });

  test('folded hashes are equal where folded texts are, and differ where they differ', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(measure(a).folded === measure(b).folded).toBe(foldText(a) === foldText(b));
        expect(measure(a).raw === measure(b).raw).toBe(Buffer.from(a).equals(Buffer.from(b)));
      }),
      { seed, numRuns: 2000 },
    );
    fc.assert(
      fc.property(text, (a) => {
        expect(measure(` ${a}\n`).folded).toBe(measure(a).folded);
        expect(measure(foldText(a)).folded).toBe(measure(a).folded);
      }),
      { seed, numRuns: 1000 },
    );
  });

  test('a hash does not depend on what lay behind the text in the buffer', () => {
    const meter = new TextMeter(new HintBook().finder());
    const clean = measure('abcde');
    measure('zzzzzzzzzzzz', meter);
    expect(measure('abcde', meter).raw).toBe(clean.raw);
  });

  test.each([
    ['plain words', TextBits.letter],
    ['A1', TextBits.letter | TextBits.upper | TextBits.digit],
    ['é', TextBits.nonAscii | TextBits.leadC3],
    ['\u0000', TextBits.nul],
    ['\u001b', TextBits.escape],
    ['\u200b', TextBits.nonAscii | TextBits.leadE1E2],
    ['日', TextBits.nonAscii | TextBits.eastAsian],
    ['🙂', TextBits.nonAscii | TextBits.leadF],
  ])('%j has its bits', (input, bits) => {
    expect(measure(input).bits & ~TextBits.letter).toBe(bits & ~TextBits.letter);
  });

  test('bits are those of the code points, each in its block', () => {
    fc.assert(
      fc.property(text, fc.string({ maxLength: 20 }), (input, ascii) => {
        for (const each of [input, ascii]) expect(measure(each).bits).toBe(bitsOf(each));
      }),
      { seed, numRuns: 1500 },
    );
  });

  test('a text of three megabytes', () => {
    const large = 'x日'.repeat(1 << 19);
    expect(measure(large).bytes).toBe(large);
  });
});

test('hints are found exactly where a search finds them, whatever the case', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'A', 'é', '|', '<'), minLength: 1, maxLength: 4 });
  const lower = (input: string): string => input.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  fc.assert(
    fc.property(
      fc.array(fc.array(word, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 70 }),
      text,
      (groups, input) => {
        const book = new HintBook();
        const hints = groups.map((words) => book.add(words));
        const meter = new TextMeter(book.finder());
        meter.measure(input);
        const found = groups.map((words) => words.some((each) => lower(input).includes(lower(each))));
        hints.forEach((hint, i) => {
          const shared = found.some((other, k) => other && hints[k]?.group === hint.group);
          expect(holdsHint(meter.hintLow, meter.hintHigh, hint)).toBe(shared);
          if (found[i]) expect(holdsHint(meter.hintLow, meter.hintHigh, hint)).toBe(true);
        });
      },
    ),
    { seed, numRuns: 400 },
  );
});
