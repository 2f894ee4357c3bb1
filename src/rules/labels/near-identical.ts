// A rare label that is a letter or two away from a frequent one: most likely a slip of the hand.

import { editDistance } from '../../model/edit-distance.ts';
import { integer, share } from '../../model/option.ts';
import { defineFigureRule } from '../../model/rule.ts';
import { spelling } from '../label-spelling.ts';
import { many, pair } from '../sample.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

const SHORTEST = 5;
const LONG = 10;
/** More labels than this are no set of classes, and every pair of them would be compared. */
const MOST_LABELS = 1000;

export const nearIdentical = defineFigureRule({
  id: 'labels/near-identical',
  title: 'Rare label much like a frequent one',
  why: 'A misspelt label is a class of its own, and its examples are lost to the one that was meant.',
  mend: 'Write the frequent label, unless the two mean different things.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {
    share: share(0.1, 'The share of the frequent label’s records that the rare one has at most.'),
    frequent: integer(10, 'Records that the frequent label has at least.', 1),
  },
  messages: { near: '{label} ({few#record}) looks like {meant} ({count}).' },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      {
        title: 'both are frequent',
        records: [
          ...many(20, (n) => pair(`In ${n}`, 'inbound')),
          ...many(20, (n) => pair(`Un ${n}`, 'unbound')),
        ],
        goal: 'classification',
      },
      {
        title: 'a digit makes another label',
        records: [...many(40, (n) => pair(`a ${n}`, 'level 10')), pair('b', 'level 11')],
        goal: 'classification',
      },
      {
        title: 'short words differ by a letter',
        records: [...many(40, (n) => pair(`a ${n}`, 'good')), pair('b', 'food')],
        goal: 'classification',
      },
    ],
    bad: [
      {
        title: 'a letter is missing',
        records: [...many(40, (n) => pair(`a ${n}`, 'positive')), pair('b', 'postive')],
        goal: 'classification',
        finds: [
          { message: 'near', pointer: '', data: { label: 'postive', few: 1, meant: 'positive', count: 40 } },
        ],
      },
      {
        title: 'the plural',
        records: [
          ...many(40, (n) => pair(`a ${n}`, 'billing inquiry')),
          pair('b', 'billing inquiries'),
          ...many(30, (n) => pair(`c ${n}`, 'complaint')),
          ...many(2, (n) => pair(`d ${n}`, 'complaints')),
        ],
        goal: 'classification',
        finds: [
          {
            message: 'near',
            pointer: '',
            data: { label: 'complaints', few: 2, meant: 'complaint', count: 30 },
          },
          {
            message: 'near',
            pointer: '',
            data: { label: 'billing inquiries', few: 1, meant: 'billing inquiry', count: 40 },
          },
        ],
      },
    ],
  },
  measured: { records: 24216, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create:
    ({ options, labels: declared }) =>
    ({ labels }, report) => {
      if (labels.length > MOST_LABELS) return;
      const known = new Set(declared);
      const written = labels.map(({ label }) => spelling(label));
      const frequent = labels.filter(({ records }) => records >= options.frequent);
      labels.forEach(({ label, records: few }, i) => {
        // Whoever declared both means both.
        if (known.has(label)) return;
        const meant = frequent.find(
          ({ records }, j) => few < records * options.share && isSlip(written[i] ?? '', written[j] ?? ''),
        );
        if (meant === undefined) return;
        report({
          message: 'near',
          pointer: '',
          data: { label, few, meant: meant.label, count: meant.records },
        });
      });
    },
});

/** Of labels that are not one in two spellings; see labels/variant. */
function isSlip(a: string, b: string): boolean {
  if (a === b || a.replace(/\D/g, '') !== b.replace(/\D/g, '')) return false;
  const shorter = Math.min(a.length, b.length);
  if (shorter < SHORTEST) return false;
  if (plural(a) === plural(b)) return true;
  const most = shorter < LONG ? 1 : 2;
  return Math.abs(a.length - b.length) <= most && editDistance(a, b) <= most;
}

const plural = (label: string): string => label.replace(/ies$|s$/, (end) => (end === 's' ? '' : 'y'));
