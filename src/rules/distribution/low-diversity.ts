// Prompts or answers that say much the same in much the same words.

import { share } from '../../model/option.ts';
import { defineDatasetRule } from '../../model/rule.ts';
import { draw, emptySample, isWanted, mergeSample, readSample, type Sample } from '../../tally/sample.ts';
import { chat, many } from '../sample.ts';

interface State {
  readonly prompts: Sample;
  readonly answers: Sample;
}

const SAMPLED = 1000;
const LOOKED_AT = 400;
/** In fewer words nothing can be repeated often. */
const FEWEST = 2000;
const MOST = 50_000;
/** Pairs of words in so many of the texts are an instruction that all share. */
const SHARED = 0.5;
const TOPICS = ['rain', 'snow', 'wind', 'ice', 'dust', 'fog', 'hail'];

export const lowDiversity = defineDatasetRule({
  id: 'distribution/low-diversity',
  title: 'Little variety',
  why: 'Few phrases make up most of the texts: the set is smaller than it looks, and the model overfits to them.',
  mend: 'Collect prompts from more places, or write them in more ways; more of the same adds little.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: { different: share(0.15, 'The share of word pairs that have to be different ones.') },
  messages: {
    prompts: 'Of {count} pairs of words in the prompts drawn, {different} are different.',
    answers: 'Of {count} pairs of words in the answers drawn, {different} are different.',
  },
  sources: [
    {
      title: 'Shaib et al., Standardizing the measurement of text diversity',
      url: 'https://arxiv.org/abs/2403.00553',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      {
        title: 'other words each time',
        records: many(300, (n) =>
          chat(
            many(12, (k) => `word${(n * 12 + k) % 2900}`).join(' '),
            many(12, (k) => `thing${(n * 12 + k * 7) % 2900}`).join(' '),
          ),
        ),
      },
      {
        title: 'labels as answers',
        records: many(300, (n) =>
          chat(many(12, (k) => `word${(n * 12 + k) % 2900}`).join(' '), 'it is good'),
        ),
        goal: 'classification',
      },
      {
        title: 'a small set',
        records: many(40, (n) => chat(`What is ${TOPICS[n % 7]} made of?`, 'Of water.')),
      },
    ],
    bad: [
      {
        title: 'seven things asked in a few ways',
        records: many(600, (n) =>
          chat(
            `${n % 2 ? 'please tell me now what' : 'can you say what'} ${TOPICS[n % 7]} ${n % 3 ? 'is made of' : 'does to us'} ${TOPICS[(n * 5) % 7]} number ${n}`,
            many(12, (k) => `thing${(n * 12 + k * 7) % 2900}`).join(' '),
          ),
        ),
        finds: [{ message: 'prompts', pointer: '' }],
      },
      {
        title: 'answers put together from a few phrases',
        records: many(600, (n) =>
          chat(
            many(12, (k) => `word${(n * 12 + k) % 2900}`).join(' '),
            `${n % 2 ? 'as far as we know' : 'most people say that'} ${TOPICS[n % 7]} ${n % 3 ? 'is made of' : 'comes after'} ${TOPICS[(n * 5) % 7]} in month ${n}`,
          ),
        ),
        finds: [{ message: 'answers', pointer: '' }],
      },
    ],
  },
  measured: { records: 98842, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: ({ options, goal }) => ({
    empty: (): State => ({ prompts: emptySample(SAMPLED), answers: emptySample(SAMPLED) }),
    add(state: State, { turns, identity, at }) {
      const { promptLow, answerLow } = identity;
      if (isWanted(state.prompts, promptLow)) {
        const asked = turns.findLast(({ role }) => role === 'user');
        // The end of a long prompt is what differs.
        if (asked !== undefined) draw(state.prompts, promptLow, at, asked.text.slice(-LOOKED_AT));
      }
      if (isWanted(state.answers, answerLow)) {
        const answer = turns.findLast(({ learned }) => learned);
        if (answer !== undefined) draw(state.answers, answerLow, at, answer.text.slice(0, LOOKED_AT));
      }
    },
    merge(into: State, from: State) {
      mergeSample(into.prompts, from.prompts);
      mergeSample(into.answers, from.answers);
    },
    finish({ prompts, answers }: State, report) {
      const sides = [
        ['prompts', prompts],
        ['answers', answers],
      ] as const;
      for (const [message, sample] of sides) {
        // Labels and fields repeat by right.
        if (message === 'answers' && (goal === 'classification' || goal === 'extraction')) continue;
        const { count, different } = wordPairs(readSample(sample).map(({ text }) => text));
        if (count < FEWEST || different >= options.different * count) continue;
        report({ message, pointer: '', data: { count, different } });
      }
    },
  }),
});

/** All pairs of neighbouring words, without those that most of the texts share. */
function wordPairs(texts: readonly string[]): { count: number; different: number } {
  const uses = new Map<string, { all: number; texts: number; last: number }>();
  let words = 0;
  let read = 0;
  for (const text of texts) {
    if (words >= MOST) break;
    read += 1;
    const cut = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
    words += cut.length;
    for (let i = 1; i < cut.length; i += 1) {
      const pair = `${cut[i - 1]} ${cut[i]}`;
      const use = uses.get(pair);
      if (use === undefined) uses.set(pair, { all: 1, texts: 1, last: read });
      else {
        use.all += 1;
        if (use.last !== read) use.texts += 1;
        use.last = read;
      }
    }
  }
  let count = 0;
  let different = 0;
  for (const use of uses.values()) {
    if (use.texts > SHARED * read) continue;
    count += use.all;
    different += 1;
  }
  return { count, different };
}
