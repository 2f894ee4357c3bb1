// The network address of a host on the open internet.

import { defineRecordRule } from '../../model/rule.ts';
import { TextBits } from '../../model/text-bits.ts';
import { isPublicAddress } from '../../text/checked-numbers.ts';
import { beginning } from '../../text/find-all.ts';
import { type FoundValue, NONE, reportValues, VALUE_MESSAGES } from '../found-values.ts';
import { chat } from '../sample.ts';

const ADDRESS = /(?<![\w.-])(\d{1,3})\.(\d{1,3})\.\d{1,3}\.\d{1,3}(?![\w-]|\.\d|\/\d)/g;
/** What stands before a number of four parts that is none. */
const NOT_ONE = /(?:version|release|section|chapter|build|firmware|oid|v|§)[ .:]{0,2}$/i;
/** Servers of names that everybody asks. */
const EVERYBODYS =
  /^(?:8\.8\.(?:8\.8|4\.4)|1\.[01]\.[01]\.1|9\.9\.9\.9|208\.67\.22[02]\.22[02]|1\.2\.3\.4|4\.3\.2\.1|12\.34\.56\.78|123\.\d+\.\d+\.\d+|255\.\d+\.\d+\.\d+)$/;

export const ipAddress = defineRecordRule({
  id: 'pii/ip-address',
  title: 'Network address',
  why: 'It leads to a host and often to a person; fine-tuned models repeat it word for word.',
  mend: 'Put an address of documentation in its place: 192.0.2.0 to 192.0.2.255.',
  severity: 'info',
  // In chat data most addresses are exercises and ranges.
  optIn: true,
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: VALUE_MESSAGES,
  sources: [{ title: 'RFC 5737, addresses for documentation' }],
  examples: {
    good: [
      {
        title: 'documentation, and one’s own network',
        record: chat('Where?', '192.0.2.7, 10.0.0.5, 127.0.0.1, 85.214.132.0/24'),
      },
      { title: 'a version', record: chat('Which?', 'version 4.18.0.205, section 3.1.4.1') },
      { title: 'a server of names', record: chat('Which?', '8.8.8.8') },
    ],
    bad: [
      {
        title: 'a host',
        record: chat('Where?', 'It runs at 85.214.132.117.'),
        finds: [
          {
            message: 'found',
            pointer: '/messages/1/content',
            data: { role: 'assistant', what: 'a network address', shown: '85.214.*.*' },
          },
        ],
      },
      {
        title: 'two in a log',
        record: chat('85.214.132.117 asked 85.214.132.118', 'I see.'),
        finds: [{ message: 'several', pointer: '/messages/0/content' }],
      },
    ],
  },
  measured: { records: 55597, flagged: 2, inspected: 2, wrong: 2, on: '2026-11-25' },
  create: () => (view, report) =>
    reportValues(view, report, ({ bits, text }) =>
      (bits & TextBits.digit) === 0 ? NONE : addressesIn(beginning(text)),
    ),
});

function addressesIn(text: string): FoundValue[] {
  const found: FoundValue[] = [];
  for (const { 0: address, 1: first = '', 2: second = '', index } of text.matchAll(ADDRESS)) {
    if (NOT_ONE.test(text.slice(Math.max(0, index - 12), index)) || EVERYBODYS.test(address)) continue;
    if (!isPublicAddress(address)) continue;
    found.push({ at: index, what: 'a network address', shown: `${first}.${second}.*.*` });
  }
  return found;
}
