// The number of a payment card whose check digit is right.

import { defineRecordRule } from '../../model/rule.ts';
import { TextBits } from '../../model/text-bits.ts';
import { isCardNumber } from '../../text/checked-numbers.ts';
import { beginning } from '../../text/find-all.ts';
import { type FoundValue, NONE, partly, reportValues, VALUE_MESSAGES } from '../found-values.ts';
import { chat } from '../sample.ts';

/** Digits without spaces may be any number, so something has to say what they are. */
const NAMED = /card|visa|amex|american express|credit|debit|carte|karte|tarjeta|cart[aã]o|カード|卡/i;

const NUMBER =
  /(?<![\w.,/=-])(?:[3-6]\d{3}([ -]?)\d{4}\1\d{4}\1\d{1,7}|3[47]\d{2}([ -]?)\d{6}\2\d{5})(?![\w-]|[.,]\d)/g;
/** Numbers that payment services publish for tests (Stripe, PayPal, Adyen). */
const PUBLISHED: ReadonlySet<string> = new Set([
  ...['4242424242424242', '4000056655665556', '5555555555554444', '2223003122003222', '5200828282828210'],
  ...['5105105105105100', '378282246310005', '371449635398431', '378734493671000', '6011111111111117'],
  ...['6011000990139424', '6011981111111113', '3056930009020004', '30569309025904', '38520000023237'],
  ...['36227206271667', '3566002020360505', '3530111333300000', '6200000000000005', '6205500000000000004'],
  ...['4111111111111111', '4012888888881881', '4222222222222', '4000000000000002', '4000000000009995'],
  ...['4532015112830366', '4916338506082832', '5454545454545454', '4539578763621486', '6304000000000000'],
]);

export const creditCard = defineRecordRule({
  id: 'pii/credit-card',
  title: 'Number of a payment card',
  why: 'With it somebody can pay; fine-tuned models repeat it word for word to whoever asks.',
  mend: 'Put a test number of a payment service in its place, such as 4242 4242 4242 4242.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: VALUE_MESSAGES,
  sources: [{ title: 'Stripe, numbers for tests' }, { title: 'ISO/IEC 7812-1, the check digit (Luhn)' }],
  examples: {
    good: [
      { title: 'a test number', record: chat('Pay how?', '4242 4242 4242 4242, or 4111-1111-1111-1111') },
      { title: 'a number that only looks like one', record: chat('Which order?', '4539 1488 0343 6468') },
      { title: 'a number in a sum', record: chat('256626720691 + 1646615806005?', '4539148803436467') },
      { title: 'part of a longer number', record: chat('Pi?', '3.14159265358979323846') },
    ],
    bad: [
      {
        title: 'with spaces',
        record: chat('Pay how?', ['4539', '1488', '0343', '6467'].join(' ')),
        finds: [
          {
            message: 'found',
            pointer: '/messages/1/content',
            data: { role: 'assistant', what: 'the number of a payment card', shown: '45***(14)' },
          },
        ],
      },
      {
        title: 'two in the question',
        record: chat(
          `${['3748', '295061', '73293'].join(' ')} or ${['5378', '4920', '6150', '2938'].join('-')}?`,
          'No.',
        ),
        finds: [{ message: 'several', pointer: '/messages/0/content' }],
      },
    ],
  },
  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: () => (view, report) =>
    reportValues(view, report, ({ bits, text }) =>
      (bits & TextBits.digit) === 0 || text.length < 13 ? NONE : cardsIn(beginning(text)),
    ),
});

function cardsIn(text: string): FoundValue[] {
  const found: FoundValue[] = [];
  for (const { 0: number, index } of text.matchAll(NUMBER)) {
    const digits = number.replace(/\D/g, '');
    if (digits === number && !NAMED.test(text)) continue;
    if (digits.length < 13 || digits.length > 19 || PUBLISHED.has(digits) || isMadeUp(digits)) continue;
    if (!isCardNumber(digits)) continue;
    found.push({ at: index, what: 'the number of a payment card', shown: partly(digits, 2) });
  }
  return found;
}

/** Few different digits, or a run upwards: nobody's card looks like that. */
const isMadeUp = (digits: string): boolean =>
  new Set(digits).size < 5 || /(\d)\1{4}|012345|123456|234567|345678/.test(digits);
