// Numbers as people write them in sentences, the same on every machine.

/** 12345 → "12,345". Fractions stay as they are. */
export const amount = (n: number): string =>
  Number.isInteger(n) ? String(n).replace(/\B(?=(\d{3})+$)/g, ',') : String(n);
