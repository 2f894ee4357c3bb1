// A mail address that is not one of documentation and not that of an office.

import { defineRecordRule } from '../../model/rule.ts';
import { TextBits } from '../../model/text-bits.ts';
import { isEmailAddress } from '../../text/checked-numbers.ts';
import { beginning } from '../../text/find-all.ts';
import { type FoundValue, NONE, reportValues, VALUE_MESSAGES } from '../found-values.ts';
import { chat } from '../sample.ts';

const LOCAL = /[A-Za-z0-9._%+-]{1,64}$/;
const DOMAIN = /^[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,5}\.[A-Za-z]{2,24}(?![A-Za-z0-9-])/;
/** RFC 2606 and 6761, and the names that people make up instead of them. */
const NOBODY =
  /(?:^|\.)(?:example|test|invalid|localhost|local)$|example|(?:^|\.)[a-z0-9]\.[a-z]+$|(?:^|\.)(?:example|test|sample|domain|mydomain|yourdomain|email|mail|company|yourcompany|mycompany|xyz|abc|acme|website|yourwebsite|mysite|site|business|organization|foo|bar|fake|dummy|provider|server|host|somewhere|anywhere|nowhere|institution|university|school|work|office)\.[a-z]{2,6}$/i;
/** Addresses of offices, and of nobody. */
const OFFICE =
  /^(?:info|offers?|promotions?|alerts?|news|updates?|notifications?|admissions?|members?|registrations?|events?|reservations?|bookings?|rsvp|accounts?|payments?|subscriptions?|support|contact|sales|admin|administrator|hello|help|helpdesk|service|customer\W?(?:service|care|support)|office|team|press|media|jobs|careers|hr|hiring|billing|orders?|privacy|legal|security|abuse|postmaster|webmaster|no\W?reply|do\W?not\W?reply|newsletter|marketing|feedback|enquir(?:y|ies)|inquir(?:y|ies)|git|root)$/i;
const MADE_UP =
  /^(?:(?:john|jane|joe|jon|janet|johnny)?[\W_]?(?:doe|smith|public|sample)[\W_\d]{0,5}[a-z+%]*|j[\W_]?(?:doe|smith)|.|(?:your|my)[\W_].*|(?:your|my|some|any|first|last|user|full)\W?\W?(?:name|email|mail|address|one|last\w*)?|user\d*|username|name|email|test\w*|example\w*|foo|bar|abc\w*|xyz\w*|recipient\w*|sender\w*|someone|somebody|person\d*|alice|bob|john|jane)$/i;

export const email = defineRecordRule({
  id: 'pii/email',
  title: 'Mail address',
  why: 'It belongs to a person, and fine-tuned models repeat it word for word to whoever asks.',
  mend: 'Put an address at example.com in its place, the same one wherever it stood.',
  severity: 'info',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: VALUE_MESSAGES,
  sources: [
    { title: 'RFC 2606, names for documentation' },
    {
      title: 'Dolma, how personal data was found and masked',
      url: 'https://arxiv.org/abs/2402.00159',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      {
        title: 'addresses of documentation',
        record: chat('To whom?', 'ann@example.com, john.doe@email.com'),
      },
      { title: 'an office', record: chat('To whom?', 'support@acme-shop.io') },
      { title: 'no address', record: chat('How?', 'Write @ann, or x@y in the rules; a@b.c is too short.') },
    ],
    bad: [
      {
        title: 'a person',
        record: chat('To whom?', 'Write to a.meyer@acme-shop.io.'),
        finds: [
          {
            message: 'found',
            pointer: '/messages/1/content',
            data: { role: 'assistant', what: 'a mail address', shown: 'a***(6)@acme-shop.io' },
          },
        ],
      },
      {
        title: 'two in the question',
        record: chat('a.meyer@acme-shop.io wrote to b.kurz@acme-shop.io', 'I see.'),
        finds: [{ message: 'several', pointer: '/messages/0/content' }],
      },
    ],
  },
  measured: { records: 55597, flagged: 15, inspected: 15, wrong: 2, on: '2026-11-25' },
  create: () => (view, report) =>
    reportValues(view, report, ({ bits, text }) =>
      (bits & TextBits.at) === 0 ? NONE : addressesIn(beginning(text)),
    ),
});

function addressesIn(text: string): FoundValue[] {
  const found: FoundValue[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const [local] = LOCAL.exec(text.slice(Math.max(0, at - 64), at)) ?? [];
    if (local === undefined) continue;
    const [domain] = DOMAIN.exec(text.slice(at + 1, at + 260)) ?? [];
    if (domain === undefined || NOBODY.test(domain) || OFFICE.test(local) || MADE_UP.test(local)) continue;
    // The password of an address of the web ends where its host begins.
    if (/:\/\/\S{0,130}$/.test(text.slice(Math.max(0, at - 140), at))) continue;
    if (!isEmailAddress(`${local}@${domain}`)) continue;
    found.push({
      at: at - local.length,
      what: 'a mail address',
      shown: `${local.charAt(0)}***(${local.length - 1})@${domain}`,
    });
  }
  return found;
}
