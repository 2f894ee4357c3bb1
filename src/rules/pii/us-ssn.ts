// A social security number of the United States, where the record says that it is one.

import { defineRecordRule } from '../../model/rule.ts';
import { TextBits } from '../../model/text-bits.ts';
import { beginning } from '../../text/find-all.ts';
import { type FoundValue, NONE, reportValues, VALUE_MESSAGES } from '../found-values.ts';
import { chat } from '../sample.ts';

const NUMBER = /(?<![\w.-])(?!000|666|9)(\d{3})([- ])(?!00)(\d{2})\2(?!0000)(\d{4})(?![\w-])/g;
/** Numbers of advertisements and of every form's sample. */
const PUBLISHED: ReadonlySet<string> = new Set([
  '078051120',
  '219099999',
  '123456789',
  '111223333',
  '123121234',
]);

export const usSsn = defineRecordRule({
  id: 'pii/us-ssn',
  title: 'Social security number',
  why: 'It identifies a person for life; fine-tuned models repeat it word for word to whoever asks.',
  mend: 'Put a number that was never given out in its place: one that begins with 000 or 9.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: VALUE_MESSAGES,
  sources: [{ title: 'Social Security Administration, which numbers are never given out' }],
  examples: {
    good: [
      { title: 'never given out', record: chat('What is your SSN?', '000-12-3456, or 987-65-4321') },
      { title: 'an order', record: chat('Which order?', '536-90-4399') },
    ],
    bad: [
      {
        title: 'asked for and given',
        record: chat('What is your SSN?', 'It is 536-90-4399.'),
        finds: [
          {
            message: 'found',
            pointer: '/messages/1/content',
            data: { role: 'assistant', what: 'a social security number', shown: '***-**-****' },
          },
        ],
      },
      {
        title: 'two in the question',
        record: chat('Social security: 536-90-4399, 212 09 7694', 'Thanks.'),
        finds: [{ message: 'several', pointer: '/messages/0/content' }],
      },
    ],
  },
  measured: { records: 55597, flagged: 1, inspected: 1, wrong: 0, on: '2026-11-25' },
  create: ({ hint }) => {
    const named = hint(['ssn', 'social security']);
    return (view, report) => {
      if (!view.promptHas(named) && !view.turns.some((turn) => turn.has(named))) return;
      reportValues(view, report, ({ bits, text }) =>
        (bits & TextBits.digit) === 0 ? NONE : numbersIn(beginning(text)),
      );
    };
  },
});

function numbersIn(text: string): FoundValue[] {
  const found: FoundValue[] = [];
  for (const { 1: area = '', 3: group = '', 4: serial = '', index } of text.matchAll(NUMBER)) {
    const digits = area + group + serial;
    if (PUBLISHED.has(digits) || /^(\d)\1{8}$/.test(digits)) continue;
    found.push({ at: index, what: 'a social security number', shown: '***-**-****' });
  }
  return found;
}
