// Shares and ratios in sentences.

import { amount } from '../model/amount.ts';

/** Whole per cent, rounded down from 99.5 on so that 100 % means all. */
export const percent = (part: number, whole: number): string => {
  const share = Math.round((part * 100) / whole);
  return `${share === 100 && part < whole ? 99 : share} %`;
};

/** How many times the one is the other, in whole numbers. */
export const times = (large: number, small: number): string => amount(Math.round(large / Math.max(1, small)));
