// A private key in PEM: whoever has it is whoever it was made for.

import { defineRecordRule } from '../../model/rule.ts';
import { entropyOf } from '../../text/entropy.ts';
import { beginning } from '../../text/find-all.ts';
import { type FoundValue, NONE, reportValues, VALUE_MESSAGES } from '../found-values.ts';
import { chat } from '../sample.ts';

const FIRST_LINE = '-----BEGIN ';
const KEY = /-----BEGIN ([A-Z0-9 ]{0,30}PRIVATE KEY)(?: BLOCK)?-----/g;
/** Characters after the first line that are looked at, and base64 that has to be among them. */
const LOOK_AFTER = 600;
const LEAST = 60;
const RANDOM = 4;

const BODY = 'MIIEvQ7Zt2Kf9Xw4Lp8Rb3Vn6Hd1Jc5Gy0MsUa/eToIiNqBuDgWhYlCkFxSvPzOrEmAj+';
const pem = (body: string): string =>
  `${['-----BEGIN', 'PRIVATE KEY-----'].join(' ')}\n${body}\n${['-----END', 'PRIVATE KEY-----'].join(' ')}`;

export const privateKey = defineRecordRule({
  id: 'secrets/private-key',
  title: 'Private key',
  why: 'Fine-tuned models repeat such blocks word for word; whoever asks the model gets the key.',
  mend: 'Replace the key pair where it is in use, and cut its body out of the record.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: VALUE_MESSAGES,
  sources: [{ title: 'RFC 7468, textual encodings of keys' }],
  examples: {
    good: [
      { title: 'a key that is left out', record: chat('What does one look like?', pem('...')) },
      { title: 'only its first line', record: chat('How does it begin?', `${FIRST_LINE}PRIVATE KEY-----`) },
    ],
    bad: [
      {
        title: 'a key in the answer',
        record: chat('Show me a key.', pem(BODY)),
        finds: [
          {
            message: 'found',
            pointer: '/messages/1/content',
            data: { role: 'assistant', what: 'a private key', shown: 'PRIVATE KEY' },
          },
        ],
      },
      {
        title: 'two, with their line breaks written out',
        record: chat(`Which of them? ${pem(`${BODY}\\n`)} ${pem(BODY)}`, 'The second.'),
        finds: [{ message: 'several', pointer: '/messages/0/content' }],
      },
    ],
  },
  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: () => (view, report) =>
    reportValues(view, report, ({ text }) => (text.includes(FIRST_LINE) ? keysIn(beginning(text)) : NONE)),
});

function keysIn(text: string): FoundValue[] {
  const found: FoundValue[] = [];
  for (const { 0: line, 1: name = '', index } of text.matchAll(KEY)) {
    const from = index + line.length;
    const [body = ''] = text.slice(from, from + LOOK_AFTER).split('-----');
    const bare = body.replace(/\\[nr]|\s/g, '').replace(/^(?:[\w-]{1,20}:[^:]{0,80})(?=MII)/, '');
    const [base64 = ''] = /[A-Za-z0-9+/=]{60,}/.exec(bare) ?? [];
    if (base64.length < LEAST || entropyOf(base64) < RANDOM) continue;
    found.push({ at: index, what: 'a private key', shown: name });
  }
  return found;
}
