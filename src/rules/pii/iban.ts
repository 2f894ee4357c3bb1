// The number of a bank account whose check digits are right.

import { defineRecordRule } from '../../model/rule.ts';
import { TextBits } from '../../model/text-bits.ts';
import { isIban } from '../../text/checked-numbers.ts';
import { beginning } from '../../text/find-all.ts';
import { type FoundValue, NONE, partly, reportValues, VALUE_MESSAGES } from '../found-values.ts';
import { chat } from '../sample.ts';

const NUMBER = /(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![A-Za-z0-9])/g;
/** Those that the registry of SWIFT and encyclopaedias print. */
const PUBLISHED: ReadonlySet<string> = new Set([
  ...['DE89370400440532013000', 'GB29NWBK60161331926819', 'GB82WEST12345698765432', 'GB33BUKB20201555555555'],
  ...['FR1420041010050500013M02606', 'FR7630006000011234567890189', 'NL91ABNA0417164300', 'BE68539007547034'],
  ...[
    'ES9121000418450200051332',
    'IT60X0542811101000000123456',
    'AT611904300234573201',
    'CH9300762011623852957',
  ],
  ...[
    'DE91100000000123456789',
    'PL61109010140000071219812874',
    'SE4550000000058398257466',
    'NO9386011117947',
  ],
]);

export const iban = defineRecordRule({
  id: 'pii/iban',
  title: 'Bank account',
  why: 'It belongs to a person or a firm; fine-tuned models repeat it word for word to whoever asks.',
  mend: 'Put a published example in its place, such as DE89 3704 0044 0532 0130 00.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: VALUE_MESSAGES,
  sources: [{ title: 'ISO 13616, the check digits (mod 97) and the registry of SWIFT' }],
  examples: {
    good: [
      { title: 'the example of every manual', record: chat('Account?', 'DE89 3704 0044 0532 0130 00') },
      { title: 'a wrong check digit', record: chat('Account?', 'DE12 5001 0517 0648 4898 91') },
    ],
    bad: [
      {
        title: 'an account',
        record: chat('Account?', ['DE12', '5001', '0517', '0648', '4898', '90'].join(' ')),
        finds: [
          {
            message: 'found',
            pointer: '/messages/1/content',
            data: { role: 'assistant', what: 'a bank account', shown: 'DE12***(18)' },
          },
        ],
      },
      {
        title: 'twice in the question',
        record: chat(
          `${['DE12', '500105170648489890'].join('')} or ${['DE12', '500105170648489890'].join('')}?`,
          'Both.',
        ),
        finds: [{ message: 'several', pointer: '/messages/0/content' }],
      },
    ],
  },
  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: () => (view, report) =>
    reportValues(view, report, ({ bits, text }) =>
      (bits & TextBits.upper) === 0 || (bits & TextBits.digit) === 0 || text.length < 15
        ? NONE
        : accountsIn(beginning(text)),
    ),
});

function accountsIn(text: string): FoundValue[] {
  const found: FoundValue[] = [];
  for (const { 0: number, index } of text.matchAll(NUMBER)) {
    const bare = number.replaceAll(' ', '');
    if (PUBLISHED.has(bare) || /(\d)\1{6}/.test(bare) || !isIban(bare)) continue;
    found.push({ at: index, what: 'a bank account', shown: partly(bare) });
  }
  return found;
}
