// What a page allows itself: only text of our own, known by its hash.

import { createHash } from 'node:crypto';

/** The source expression of an inline style or script. */
export const hashOf = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
