// A text that is written where it is counted counts as one that is copied there, whatever its length and neighbours.

import { expect, test } from 'vitest';
import { HintBook } from '../../src/text/hint-finder.ts';
import { TextMeter } from '../../src/text/text-meter.ts';
import { createCounter } from '../../src/tokens/create.ts';
import { oddTexts, whiteSpaceTexts } from '../support/hard-texts.ts';

test('in place as by copy', async () => {
  const counter = await createCounter('o200k_base');
  expect(counter.scratch?.length).toBe(1 << 20);
  const inPlace = new TextMeter(new HintBook().finder(), counter.scratch);
  const apart = new TextMeter(new HintBook().finder());
  const texts = [
    ...oddTexts,
    ...whiteSpaceTexts,
    '',
    'a',
    'x'.repeat(400_000),
    'short again',
    'é'.repeat(400_000),
    'Ende.',
  ];
  for (const text of [...texts, ...texts.toReversed()]) {
    inPlace.measure(text);
    const count = counter.count(inPlace.bytes, inPlace.length, text);
    apart.measure(text);
    expect(counter.count(apart.bytes, apart.length, text)).toBe(count);
    expect([inPlace.raw, inPlace.folded, inPlace.bits]).toEqual([apart.raw, apart.folded, apart.bits]);
  }
});
