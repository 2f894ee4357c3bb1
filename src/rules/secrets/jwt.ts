// A signed token that says who somebody is (JSON Web Token).

import { isObject } from '../../model/json.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { TextBits } from '../../model/text-bits.ts';
import { beginning } from '../../text/find-all.ts';
import { type FoundValue, NONE, partly, reportValues, VALUE_MESSAGES } from '../found-values.ts';
import { chat } from '../sample.ts';

const TOKEN = /(?<![\w.-])(eyJ[\w-]{10,1000})\.(eyJ[\w-]{10,4000})\.([\w-]{16,1000})(?![\w.-])/g;
/** The person of jwt.io's own example. */
const EXAMPLE = /"1234567890"|John Doe|Jane Doe|@example\./;

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const made = (payload: object): string =>
  [encode({ alg: 'HS256', typ: 'JWT' }), encode(payload), 'q7Zt2Kf9Xw4Lp8Rb3Vn6Hd1Jc5Gy0MsUaeToIiNqBuD'].join(
    '.',
  );

export const jwt = defineRecordRule({
  id: 'secrets/jwt',
  title: 'Signed token',
  why: 'It opens what its owner may open until it expires, and names the owner after that; models repeat it word for word.',
  mend: 'Put a made-up token in its place.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: VALUE_MESSAGES,
  sources: [{ title: 'RFC 7519, JSON Web Token' }],
  examples: {
    good: [
      {
        title: 'three words',
        record: chat('What is its form?', 'eyJheader12.eyJpayload12.signature-of-both'),
      },
      {
        title: 'the token of the tutorial',
        record: chat('Show one.', made({ sub: '1234567890', name: 'John Doe' })),
      },
    ],
    bad: [
      {
        title: 'somebody’s token',
        record: chat('Show one.', made({ sub: 'a.meyer', iss: 'login.acme-shop.io' })),
        finds: [
          {
            message: 'found',
            pointer: '/messages/1/content',
            data: { role: 'assistant', what: 'a signed token', shown: 'eyJh***(136)' },
          },
        ],
      },
      {
        title: 'two in a log',
        record: chat(`old ${made({ sub: 'b' })} new ${made({ sub: 'c' })}`, 'Both are valid.'),
        finds: [{ message: 'several', pointer: '/messages/0/content' }],
      },
    ],
  },
  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: () => (view, report) =>
    reportValues(view, report, ({ bits, text }) =>
      (bits & TextBits.upper) !== 0 && text.includes('eyJ') ? tokensIn(beginning(text)) : NONE,
    ),
});

function tokensIn(text: string): FoundValue[] {
  const found: FoundValue[] = [];
  for (const { 0: token, 1: head = '', 2: body = '', index } of text.matchAll(TOKEN)) {
    const header = decode(head);
    const payload = decode(body);
    if (!isObject(header) || typeof header.alg !== 'string' || !isObject(payload)) continue;
    if (EXAMPLE.test(JSON.stringify(payload))) continue;
    found.push({ at: index, what: 'a signed token', shown: partly(token) });
  }
  return found;
}

function decode(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
