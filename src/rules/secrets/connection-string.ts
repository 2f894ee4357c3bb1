// An address with a user name and a password in it.

import { defineRecordRule } from '../../model/rule.ts';
import { TextBits } from '../../model/text-bits.ts';
import { entropyOf } from '../../text/entropy.ts';
import { beginning } from '../../text/find-all.ts';
import { type FoundValue, NONE, reportValues, VALUE_MESSAGES } from '../found-values.ts';
import { chat } from '../sample.ts';

const ADDRESS =
  /(?<![\w+.-])([a-z][a-z0-9+.-]{1,15}):\/\/([^\s:@/"'`<>{}$]{1,64}):([^\s@/"'`<>{}$]{6,128})@([a-z0-9.-]{3,128})/gi;
/** Hosts that are nobody's, and those of one's own machine. */
const NOWHERE =
  /^(?:localhost|127\..*|0\.0\.0\.0|10\..*|192\.168\..*|db|database|postgres|mysql|redis|mongo|rabbitmq|proxy)$|(?:^|\.)(?:example|test|invalid|local|localhost)(?:\.(?:com|org|net))?$|host|server|domain|your|my/i;
const STAND_IN =
  /pass|secret|pwd|x{3}|\*|\.\.|change|your|example|admin|user|root|test|guest|token|12345|qwert|postgres|mysql|mongo|redis/i;
const RANDOM = 2.5;

export const connectionString = defineRecordRule({
  id: 'secrets/connection-string',
  title: 'Password in an address',
  why: 'Fine-tuned models repeat such addresses word for word; whoever asks the model gets the password.',
  mend: 'Change the password, and put a made-up one in its place.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: VALUE_MESSAGES,
  sources: [{ title: 'RFC 3986, user information in addresses' }],
  examples: {
    good: [
      {
        title: 'the address of a manual',
        record: chat('How?', 'postgres://user:password@localhost:5432/shop'),
      },
      { title: 'a place for each', record: chat('How?', 'mongodb://<user>:<password>@cluster0.mongodb.net') },
      {
        title: 'a mail address behind a port',
        record: chat('Where?', 'http://a.test:8080 or ann@shop.test'),
      },
    ],
    bad: [
      {
        title: 'a database',
        record: chat(
          'Why does it fail?',
          ['postgres://shop', 'k7Rw2qZt9v@db7.acme-shop.io:5432/orders'].join(':'),
        ),
        finds: [
          {
            message: 'found',
            pointer: '/messages/1/content',
            data: {
              role: 'assistant',
              what: 'a password for db7.acme-shop.io',
              shown: 'postgres://shop:***(10)',
            },
          },
        ],
      },
      {
        title: 'two of them',
        record: chat(
          ['amqp://jobs', 'Vn6Hd1Jc5G@mq.acme-shop.io amqp://mail', 'w4Lp8Rb3Vn@mq.acme-shop.io'].join(':'),
          'Both work.',
        ),
        finds: [{ message: 'several', pointer: '/messages/0/content' }],
      },
    ],
  },
  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: () => (view, report) =>
    reportValues(view, report, ({ bits, text }) =>
      (bits & TextBits.at) !== 0 && text.includes('://') ? passwordsIn(beginning(text)) : NONE,
    ),
});

function passwordsIn(text: string): FoundValue[] {
  const found: FoundValue[] = [];
  for (const { index, 1: scheme = '', 2: user = '', 3: password = '', 4: host = '' } of text.matchAll(
    ADDRESS,
  )) {
    if (NOWHERE.test(host) || STAND_IN.test(password) || password === user || entropyOf(password) < RANDOM)
      continue;
    found.push({
      at: index,
      what: `a password for ${host}`,
      shown: `${scheme}://${user}:***(${password.length})`,
    });
  }
  return found;
}
