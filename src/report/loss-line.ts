// One loss as a line of JSON.

import type { Loss } from '../model/format.ts';
import type { Position } from '../model/position.ts';

/** For `--losses FILE`: where, what, and whether it went or changed. */
export const lossLine = ({ what, how, pointer }: Loss, at: Position, source: string): string =>
  `${JSON.stringify({ source, index: at.index, ...(at.line === undefined ? {} : { line: at.line }), pointer, what, how })}\n`;
