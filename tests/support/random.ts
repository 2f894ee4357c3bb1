// Seeded chance: the same numbers in every run, on every machine.

/** Whole numbers from 0 up to but not including `below`. */
export type Dice = (below: number) => number;

/** A small generator (mulberry32) that starts from `seed`. */
export function seededDice(seed: number): Dice {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}
