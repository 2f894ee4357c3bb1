// Mended records told on a terminal, and shown as a unified diff.

import { amount } from '../model/amount.ts';
import type { View } from '../model/report.ts';
import type { RuleMeta } from '../model/rule-meta.ts';
import { paintFor } from './paint.ts';
import { plainText } from './plain.ts';
import { padEnd, padStart } from './width.ts';
import { counted } from './wording.ts';

/** What is told of a run of `fix`. */
export interface MendingTold {
  readonly read: number;
  readonly fixed: number;
  readonly rules: readonly { readonly rule: string; readonly records: number }[];
}

/** `output` is undefined where nothing was to be written. */
export function mendingText(
  { read, fixed, rules }: MendingTold,
  output: string | undefined,
  words: ReadonlyMap<string, RuleMeta>,
  view: View,
): string {
  const paint = paintFor(view.color);
  const digits = Math.max(0, ...rules.map(({ records }) => amount(records).length));
  const lines = rules.map(
    ({ rule, records }) =>
      `  ${padStart(amount(records), digits)}  ${padEnd(words.get(rule)?.title ?? rule, 40)}  ${paint.dim(rule)}`,
  );
  if (lines.length > 0) {
    lines.unshift(paint.bold(output === undefined ? 'Would be mended' : 'Mended'));
    lines.push('');
  }
  lines.push(`read ${amount(read)} = fixed ${amount(fixed)} + untouched ${amount(read - fixed)}`);
  if (output !== undefined) {
    const name = output === '-' ? 'standard output' : plainText(output);
    lines.push(`${paint.green('✔')} ${name}: ${counted(read, 'record')}.`);
  }
  return `${lines.join('\n')}\n`;
}

/** One changed record as a hunk; the header of its file comes before the first. */
export function diffHunk(
  source: string,
  line: number,
  before: string,
  after: string,
  isFirst: boolean,
): string {
  const name = plainText(source);
  const header = isFirst ? `--- ${name}\n+++ ${name}\n` : '';
  // What is invisible or would move the cursor is shown escaped, as JSON may write it.
  return `${header}@@ -${line} +${line} @@\n-${escaped(before)}\n+${escaped(after)}\n`;
}

const escaped = (text: string): string =>
  plainText(
    text.replace(
      /[\u0000-\u001f\u007f-\u00a0\u00ad\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]/g,
      unicodeEscape,
    ),
  );

const unicodeEscape = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
