// The better answers have a form that the worse ones have not: lists, headings, bold words, code.

import { share } from '../../model/option.ts';
import { defineDatasetRule } from '../../model/rule.ts';
import { wilsonLow } from '../../tally/share.ts';
import { sidesOf } from '../pairs.ts';
import { many } from '../sample.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

/** Forms, and the marks of which one is enough. */
const FORMS = [
  ['a list', ['\n- ', '\n* ', '\n• ', '\n1. ', '\n1) ']],
  ['headings', ['\n# ', '\n## ', '\n### ']],
  ['bold words', ['**']],
  ['code in a fence', ['```']],
] as const;
/** Pairs in which one side alone has it. */
const LEAST = 50;
/** The share of all pairs in which that has to be so: a form that is rare biases nothing. */
const SHARE_OF_PAIRS = 0.1;

interface State {
  pairs: number;
  readonly better: number[];
  readonly worse: number[];
}

const list = (n: number) => `Here they are:\n- ${n}\n- ${n + 1}`;

export const formatBias = defineDatasetRule({
  id: 'preference/format-bias',
  title: 'A form wins',
  why: 'The model learns to write in that form, whatever is asked.',
  mend: 'Add pairs in which the better answer does without it.',
  severity: 'info',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  kinds: ['preference'],
  options: { share: share(0.65, 'The share of pairs in which the side with the form may win.') },
  messages: {
    with: 'Of {total#pair} in which one answer alone has {form}, it is the better one in {count}.',
    without: 'Of {total#pair} in which one answer alone has {form}, it is the worse one in {count}.',
  },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      {
        title: 'half and half',
        records: many(120, (n) => ({
          prompt: `${n}?`,
          chosen: n % 2 ? list(n) : `${n}`,
          rejected: n % 2 ? `${n}` : list(n),
        })),
      },
      {
        title: 'few pairs',
        records: many(20, (n) => ({ prompt: `${n}?`, chosen: list(n), rejected: `${n}` })),
      },
    ],
    bad: [
      {
        title: 'lists win',
        records: many(120, (n) => ({ prompt: `${n}?`, chosen: list(n), rejected: `${n}` })),
        finds: [{ message: 'with', pointer: '', data: { total: 120, count: 120, form: 'a list' } }],
      },
      {
        title: 'bold words lose',
        records: many(120, (n) => ({ prompt: `${n}?`, chosen: `${n}`, rejected: `**${n}**` })),
        finds: [{ message: 'without', pointer: '', data: { total: 120, count: 120, form: 'bold words' } }],
      },
    ],
  },
  measured: { records: 55597, flagged: 1, inspected: 1, wrong: 0, on: '2026-11-25' },
  create: ({ options }) => ({
    empty: (): State => ({ pairs: 0, better: FORMS.map(() => 0), worse: FORMS.map(() => 0) }),
    add(state: State, view) {
      const sides = sidesOf(view);
      if (sides === undefined) return;
      state.pairs += 1;
      FORMS.forEach(([, marks], i) => {
        const better = marks.some((mark) => sides.better.text.includes(mark));
        const worse = marks.some((mark) => sides.worse.text.includes(mark));
        if (better === worse) return;
        const side = better ? state.better : state.worse;
        side[i] = (side[i] ?? 0) + 1;
      });
    },
    merge(into: State, from: State) {
      into.pairs += from.pairs;
      FORMS.forEach((_, i) => {
        into.better[i] = (into.better[i] ?? 0) + (from.better[i] ?? 0);
        into.worse[i] = (into.worse[i] ?? 0) + (from.worse[i] ?? 0);
      });
    },
    finish({ pairs, better, worse }: State, report) {
      FORMS.forEach(([form], i) => {
        const wins = better[i] ?? 0;
        const losses = worse[i] ?? 0;
        const total = wins + losses;
        if (total < LEAST || total < SHARE_OF_PAIRS * pairs) return;
        const [message, count] = wins > losses ? (['with', wins] as const) : (['without', losses] as const);
        if (wilsonLow(count, total) > options.share)
          report({ message, pointer: '', data: { total, count, form } });
      });
    },
  }),
});
