// A megabyte of each thing that a text may repeat, through every rule, in a time that only linear rules need.

import { expect, test } from 'vitest';
import { askedAndSaid, goesThrough, PIECES, repeated } from '../support/hostile-pieces.ts';

/** Milliseconds; a second at most is usual, and a rule that backtracks takes minutes. */
const PATIENCE = 20_000;

test.each(PIECES)('a megabyte of %j', async (piece) => {
  const start = performance.now();
  await goesThrough(askedAndSaid(repeated(piece, 1 << 20)));
  expect(performance.now() - start).toBeLessThan(PATIENCE);
});
