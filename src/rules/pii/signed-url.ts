// An address that opens a file for whoever has it, as long as its signature is valid.

import { defineRecordRule } from '../../model/rule.ts';
import { beginning } from '../../text/find-all.ts';
import { type FoundValue, NONE, reportValues, VALUE_MESSAGES } from '../found-values.ts';
import { chat } from '../sample.ts';

const ADDRESS =
  /https?:\/\/([A-Za-z0-9.-]{3,100})\/[^\s"'<>]{0,600}?[?&](?:X-Amz-Signature=[a-f0-9]{64}|X-Goog-Signature=[a-f0-9]{64,600}|Signature=[A-Za-z0-9%+/_~-]{24,600}|sig=[A-Za-z0-9%+/]{40,80})/g;

const SIGNATURE = 'q7Zt2Kf9Xw4Lp8Rb3Vn6Hd1Jc5Gy0MsUaeToIiNqBuD%3D';

export const signedUrl = defineRecordRule({
  id: 'pii/signed-url',
  title: 'Signed address',
  why: 'While it is valid it opens a private file for anybody; afterwards it is a dead link that the model learns to give.',
  mend: 'Cut the query off, or put an address at example.com in its place.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: VALUE_MESSAGES,
  sources: [{ title: 'Amazon S3, presigned addresses' }],
  examples: {
    good: [
      { title: 'a query', record: chat('Where?', 'https://a.test/x?sig=short&Signature=none') },
      { title: 'the name of the parameter', record: chat('Which?', 'It is called X-Amz-Signature=...') },
    ],
    bad: [
      {
        title: 'a file in a store',
        record: chat('Where?', `https://acme.blob.core.windows.net/x/a.pdf?sv=2024&sig=${SIGNATURE}`),
        finds: [
          {
            message: 'found',
            pointer: '/messages/1/content',
            data: { role: 'assistant', what: 'a signed address', shown: 'acme.blob.core.windows.net' },
          },
        ],
      },
      {
        title: 'two in the question',
        record: chat(
          `https://a.acme.io/x?sig=${SIGNATURE} https://b.acme.io/y?Signature=${SIGNATURE}`,
          'Both are open.',
        ),
        finds: [{ message: 'several', pointer: '/messages/0/content' }],
      },
    ],
  },
  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: () => (view, report) =>
    reportValues(view, report, ({ text }) =>
      text.includes('://') && (text.includes('ignature=') || text.includes('sig='))
        ? addressesIn(beginning(text))
        : NONE,
    ),
});

const addressesIn = (text: string): FoundValue[] =>
  [...text.matchAll(ADDRESS)].map(({ 1: host = '', index }) => ({
    at: index,
    what: 'a signed address',
    shown: host,
  }));
