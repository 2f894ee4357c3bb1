// Something random behind a word like “password”: often a secret, in chat data as often none, so it has to be asked for.

import { defineRecordRule } from '../../model/rule.ts';
import { TextBits } from '../../model/text-bits.ts';
import { entropyOf, isStandIn } from '../../text/entropy.ts';
import { beginning } from '../../text/find-all.ts';
import { type FoundValue, NONE, partly, reportValues, VALUE_MESSAGES } from '../found-values.ts';
import { chat } from '../sample.ts';

const ASSIGNED =
  /(?<![a-z])(api[_-]?key|secret|token|passw(?:or)?d|pwd)["']?\s{0,3}[:=]\s{0,3}["']([^\s"'<>{}$]{10,150})["']/gi;
const RANDOM = 3.5;

export const generic = defineRecordRule({
  id: 'secrets/generic',
  title: 'Random text behind “password”',
  why: 'It may be a real password or key; models repeat such strings word for word.',
  mend: 'Put a made-up value in its place where it is real.',
  severity: 'info',
  optIn: true,
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: VALUE_MESSAGES,
  sources: [
    {
      title: 'gitleaks, the generic rule and how much it has to exempt',
      url: 'https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml',
      read: '2026-11-25',
    },
  ],
  examples: {
    good: [
      { title: 'a place for one', record: chat('How?', 'api_key = "your-key-goes-here"') },
      { title: 'a word', record: chat('How?', 'password: "correcthorse"') },
    ],
    bad: [
      {
        title: 'a password in code',
        record: chat('How?', ['password', '"k7Rw2qZt9vLp8Rb3"'].join(' = ')),
        finds: [
          {
            message: 'found',
            pointer: '/messages/1/content',
            data: { role: 'assistant', what: 'a value for “password”', shown: 'k7***(14)' },
          },
        ],
      },
      {
        title: 'two in a file',
        record: chat(
          ['{"token"', '"Vn6Hd1Jc5Gy0Ms", "secret"', '"w4Lp8Rb3Vn6Hd1"}'].join(': '),
          'Keep them apart.',
        ),
        finds: [{ message: 'several', pointer: '/messages/0/content' }],
      },
    ],
  },
  measured: { records: 55597, flagged: 20, inspected: 20, wrong: 20, on: '2026-11-25' },
  create: () => (view, report) =>
    reportValues(view, report, ({ bits, text }) =>
      (bits & TextBits.digit) !== 0 ? secretsIn(beginning(text)) : NONE,
    ),
});

function secretsIn(text: string): FoundValue[] {
  const found: FoundValue[] = [];
  for (const { index, 1: name = '', 2: value = '' } of text.matchAll(ASSIGNED)) {
    if (!/\d/.test(value) || isStandIn(value) || entropyOf(value) < RANDOM) continue;
    found.push({ at: index, what: `a value for “${name.toLowerCase()}”`, shown: partly(value, 2) });
  }
  return found;
}
