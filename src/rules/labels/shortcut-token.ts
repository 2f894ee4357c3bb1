// A tag, an id or a date that goes with one label only.

import { integer, share } from '../../model/option.ts';
import { defineDatasetRule } from '../../model/rule.ts';
import { TextBits } from '../../model/text-bits.ts';
import {
  type CappedCounter,
  countKey,
  emptyCounter,
  mergeCounter,
  readCounter,
} from '../../tally/capped-counter.ts';
import {
  addClassWord,
  type ClassWords,
  emptyClassWords,
  mergeClassWords,
  readClassWords,
} from '../../tally/class-words.ts';
import { many, pair } from '../sample.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

interface State {
  readonly labels: CappedCounter;
  readonly marks: ClassWords;
}

const LOOKED_AT = 1000;
/** Words are what a text is about; marks come from where it was taken: tags, keys with values, dates, names of files. */
const MARK =
  /\[[^\]\s]{1,40}\]|<[^>\s]{1,40}>|#[\p{L}\p{N}_]{2,40}|[\p{L}\p{N}]{1,30}[=:][^\s:=,]{1,40}|\b\d{4}-\d{2}-\d{2}\b|[a-z0-9]{1,30}_[a-z0-9_]{1,40}/giu;
const MAY_MARK = TextBits.bracket | TextBits.less | TextBits.hash | TextBits.digit;
/** A chance of one in a thousand that any of the marks goes with a label so often if it had nothing to do with it. */
const CHANCE = 0.001;
const SHOWN = 10;

export const shortcutToken = defineDatasetRule({
  id: 'labels/shortcut-token',
  title: 'Mark that gives the label away',
  why: 'The model learns to look for the mark; where it is missing or stands for something else, it guesses.',
  mend: 'Remove the mark from the texts, or give it to texts of every label.',
  severity: 'info',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {
    support: integer(20, 'Records in which a mark has to stand.', 2),
    share: share(0.98, 'The share of them that has one label.'),
  },
  messages: { mark: '“{text}” stands in {count#record}, {same} of them {label}.' },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      {
        title: 'in texts of every label',
        records: many(80, (n) => pair(`source=mail Text ${n}`, (n * 7) % 5 < 2 ? 'good' : 'bad')),
        goal: 'classification',
      },
      {
        title: 'a word is what the text is about',
        records: many(80, (n) => pair(n % 2 ? `refund ${n}` : `thanks ${n}`, n % 2 ? 'payment' : 'praise')),
        goal: 'classification',
      },
    ],
    bad: [
      {
        title: 'where it was taken from',
        records: many(80, (n) =>
          pair(n % 2 ? `source=mail ${n}` : `Text ${n}`, n % 2 ? 'payment' : 'praise'),
        ),
        goal: 'classification',
        finds: [
          {
            message: 'mark',
            pointer: '',
            data: { text: 'source=mail', count: 40, same: 40, label: 'payment' },
          },
        ],
      },
      {
        title: 'a tag in brackets, and one date',
        records: many(90, (n) =>
          pair(
            n % 3 === 0 ? `[EXT] ${n}` : n % 3 === 1 ? `2024-05-01 ${n}` : `Text ${n}`,
            ['one', 'two', 'three'][n % 3] ?? '',
          ),
        ),
        goal: 'classification',
        finds: [
          { message: 'mark', pointer: '', data: { text: '2024-05-01', count: 30, same: 30, label: 'two' } },
          { message: 'mark', pointer: '', data: { text: '[ext]', count: 30, same: 30, label: 'one' } },
        ],
      },
    ],
  },
  measured: { records: 24216, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: ({ options }) => ({
    empty: (): State => ({ labels: emptyCounter(), marks: emptyClassWords() }),
    add(state: State, { turns, label, at }) {
      if (label === undefined) return;
      countKey(state.labels, label);
      const asked = turns.findLast(({ role }) => role === 'user');
      if (asked === undefined) return;
      const text = asked.text.slice(0, LOOKED_AT);
      if ((asked.bits & MAY_MARK) === 0 && !text.includes('=') && !text.includes(':') && !text.includes('_'))
        return;
      const found = text.match(MARK);
      if (found === null) return;
      for (const mark of new Set(found.map((one) => one.toLowerCase()))) {
        addClassWord(state.marks, mark, label, at);
      }
    },
    merge(into: State, from: State) {
      mergeCounter(into.labels, from.labels);
      mergeClassWords(into.marks, from.marks);
    },
    finish({ labels, marks }: State, report) {
      const all = new Map(readCounter(labels).counts);
      const words = readClassWords(marks);
      const told = [...words].flatMap(([text, { total, classes, first }]) => {
        if (total < options.support) return [];
        const [label, same] = [...classes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? [
          '',
          0,
        ];
        const usual = (all.get(label) ?? labels.total) / labels.total;
        if (same < options.share * total || !isSure(same, total, usual, words.size)) return [];
        return [{ text, total, same, label, first }];
      });
      told.sort((a, b) => b.total - a.total || (a.text < b.text ? -1 : 1));
      for (const { text, total, same, label, first } of told.slice(0, SHOWN)) {
        report({
          message: 'mark',
          pointer: '',
          data: { text, count: total, same, label },
          related: [{ at: first, label: 'first here' }],
        });
      }
    },
  }),
});

/** Chernoff's bound for a binomial tail, against as many marks as were looked at. */
function isSure(same: number, total: number, usual: number, marks: number): boolean {
  if (usual >= 1) return false;
  const share = same / total;
  const rest = share === 1 ? 0 : (1 - share) * Math.log((1 - share) / (1 - usual));
  return total * (share * Math.log(share / usual) + rest) > Math.log(marks / CHANCE);
}
