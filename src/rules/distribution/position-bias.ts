// Multiple-choice questions whose right answer stands at one place too often.

import { integer } from '../../model/option.ts';
import { defineDatasetRule } from '../../model/rule.ts';
import { chat, many, pair } from '../sample.ts';

interface State {
  /** By number of options: how often each place was right. */
  readonly right: Map<number, number[]>;
}

const LONGEST = 60;
const KEY =
  /^\s{0,9}(?:(?:the\s)?(?:correct\s)?answer(?:\sis)?\s?:?\s{0,9})?\(?([A-Ja-j]|\d{1,2})\s{0,2}(?:[).:]|$)/i;
const OPTION = /(?:^|\n)[ \t]{0,8}\(?([A-J]|[a-j]|\d{1,2})[).:][ \t]{1,4}\S/g;
const FEWEST_OPTIONS = 3;
const MOST_OPTIONS = 8;
/** What a fair order exceeds once in a thousand times, for 3 to 8 options (chi-square, one degree of freedom fewer). */
const CHANCE: readonly number[] = [13.816, 16.266, 18.467, 20.515, 22.458, 24.322];
/** How many times its fair share the most frequent place has. */
const MUCH = 1.5;
const choices = (n: number) => `Which is right about number ${n}?\nA) one\nB) two\nC) three\nD) four`;

export const positionBias = defineDatasetRule({
  id: 'distribution/position-bias',
  title: 'Right answer often at one place',
  why: 'The model learns the place instead of the answer, and models prefer some letters already.',
  mend: 'Put the options into another order with a fixed seed, and the key with them.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: { fewest: integer(100, 'Questions with as many options that the set has to hold.', 20) },
  messages: { place: 'Of {total#question} with {options} options, option {place} is right in {count}.' },
  sources: [
    {
      title: 'Zheng et al., Large language models are not robust multiple choice selectors',
      url: 'https://arxiv.org/abs/2309.03882',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      { title: 'even', records: many(120, (n) => chat(choices(n), 'ABCD'[n % 4] ?? 'A')) },
      { title: 'a few questions', records: many(40, (n) => chat(choices(n), 'A')) },
      { title: 'numbers that are no keys', records: many(120, (n) => chat(`How much is ${n}?`, '1')) },
    ],
    bad: [
      {
        title: 'half of them A',
        records: many(120, (n) => chat(choices(n), n % 2 ? 'A' : ('ABCD'[n % 4] ?? 'A'))),
        finds: [{ message: 'place', pointer: '', data: { count: 90, total: 120, options: 4, place: 1 } }],
      },
      {
        title: 'the key and its text',
        records: many(150, (n) => pair(choices(n), n % 3 ? 'C) three' : 'Answer: B')),
        finds: [{ message: 'place', pointer: '', data: { count: 100, total: 150, options: 4, place: 3 } }],
      },
    ],
  },
  measured: { records: 98842, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: ({ options }) => ({
    empty: (): State => ({ right: new Map() }),
    add(state: State, { turns }) {
      const answer = turns.at(-1);
      if (answer?.learned !== true || answer.text.length > LONGEST) return;
      const key = KEY.exec(answer.text)?.[1]?.toLowerCase();
      const question = turns.at(-2);
      if (key === undefined || question?.role !== 'user') return;
      const keys = keysOf(question.text);
      const place = keys.indexOf(key);
      if (place < 0 || keys.length < FEWEST_OPTIONS || keys.length > MOST_OPTIONS) return;
      let counts = state.right.get(keys.length);
      if (counts === undefined) {
        counts = new Array<number>(keys.length).fill(0);
        state.right.set(keys.length, counts);
      }
      counts[place] = (counts[place] ?? 0) + 1;
    },
    merge(into: State, from: State) {
      for (const [size, counts] of from.right) {
        const own = into.right.get(size);
        if (own === undefined) into.right.set(size, counts);
        else for (let i = 0; i < size; i += 1) own[i] = (own[i] ?? 0) + (counts[i] ?? 0);
      }
    },
    finish({ right }: State, report) {
      for (const [size, counts] of [...right].sort(([a], [b]) => a - b)) {
        const total = counts.reduce((sum, n) => sum + n, 0);
        const most = Math.max(...counts);
        if (total < options.fewest || most * size <= MUCH * total) continue;
        const fair = total / size;
        const distance = counts.reduce((sum, n) => sum + (n - fair) ** 2 / fair, 0);
        if (distance <= (CHANCE[size - FEWEST_OPTIONS] ?? Infinity)) continue;
        const data = { count: most, total, options: size, place: counts.indexOf(most) + 1 };
        report({ message: 'place', pointer: '', data });
      }
    },
  }),
});

/** The keys of the last list of options: A, B, C or 1, 2, 3, each once and in order. */
function keysOf(text: string): string[] {
  let keys: string[] = [];
  for (const [, found = ''] of text.matchAll(OPTION)) {
    const key = found.toLowerCase();
    if (key === 'a' || key === '1') keys = [];
    const next = /\d/.test(key) ? `${keys.length + 1}` : String.fromCharCode(97 + keys.length);
    if (key === next) keys.push(key);
  }
  return keys;
}
