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
