// A phone number that somebody could call.

import { words } from '../../model/option.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { TextBits } from '../../model/text-bits.ts';
import { beginning } from '../../text/find-all.ts';
import { phoneNumbers } from '../../text/phone-numbers.ts';
import { type FoundValue, NONE, partly, reportValues, VALUE_MESSAGES } from '../found-values.ts';
import { chat } from '../sample.ts';

/** A plus and enough digits; without a country nothing else can be a number. */
const INTERNATIONAL = /(?<![\d)\]] {0,2}|\w)\+[1-9](?:[ ().-]{0,2}\d){7}/;
const ENOUGH_DIGITS = /\d(?:[ ().-]{0,2}\d){6}/;
/** Numbers set aside for films and books in North America, and free and premium ones that are no person's. */
const NOBODY =
  /^\+1(?:\d{3}55501\d\d|8(?:00|33|44|55|66|77|88)|900|\d{3}555\d{4}|2345678|1234567)|(\d)\1{5}|123456|234567/;

export const phone = defineRecordRule({
  id: 'pii/phone',
  title: 'Phone number',
  why: 'It rings at a person, and fine-tuned models repeat it word for word to whoever asks.',
  mend: 'Put a number of documentation in its place, such as 555-0100 to 555-0199 in North America.',
  severity: 'info',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {
    country: words([], 'Two letters of the country whose numbers are written without its code: US.'),
  },
  messages: VALUE_MESSAGES,
  sources: [
    {
      title: 'libphonenumber-js, which numbers are valid',
      url: 'https://gitlab.com/catamphetamine/libphonenumber-js',
      read: '2026-11-22',
    },
    { title: 'NANPA, 555 line numbers: 555-0100 to 555-0199 are for fiction' },
  ],
  examples: {
    good: [
      { title: 'a number of films', record: chat('Call?', '+1 212 555 0142') },
      { title: 'sums', record: chat('821091117+4908374100427?', '3 + 49 30 901820 = 30901872') },
      { title: 'without a country it may be anything', record: chat('Which?', 'Order 030 9018 2000') },
    ],
    bad: [
      {
        title: 'a number abroad',
        record: chat('Call?', 'Call +49 30 9018 2034 in the morning.'),
        finds: [
          {
            message: 'found',
            pointer: '/messages/1/content',
            data: { role: 'assistant', what: 'a phone number (DE)', shown: '+49***(10)' },
          },
        ],
      },
      {
        title: 'two in the question',
        record: chat('+44 20 7946 1234 or +49 30 9018 2034?', 'The second.'),
        finds: [{ message: 'several', pointer: '/messages/0/content' }],
      },
    ],
  },
  measured: { records: 55597, flagged: 1, inspected: 1, wrong: 0, on: '2026-11-25' },
  create: ({ options }) => {
    const [country] = options.country;
    const maybe = country === undefined ? INTERNATIONAL : ENOUGH_DIGITS;
    return (view, report) =>
      reportValues(view, report, ({ bits, text }) => {
        if ((bits & TextBits.digit) === 0) return NONE;
        if (country === undefined && !text.includes('+')) return NONE;
        return maybe.test(beginning(text)) ? numbersIn(beginning(text), country) : NONE;
      });
  },
});

const numbersIn = (text: string, country: string | undefined): FoundValue[] =>
  phoneNumbers(text, country)
    .filter(
      ({ number, at }) =>
        !NOBODY.test(number) && !/(?:[\d)\]] {0,2}|\w)$/.test(text.slice(Math.max(0, at - 3), at)),
    )
    .map(({ at, number, country: of }) => ({
      at,
      what: of === undefined ? 'a phone number' : `a phone number (${of})`,
      shown: partly(number, 3),
    }));
