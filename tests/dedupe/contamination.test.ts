// Leaks planted into training data are found: word for word, spoiled in every mechanical way, and said in other words.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openEvaluation } from '../../src/dedupe/evaluation.ts';
import { RareWords } from '../../src/dedupe/rare-words.ts';
import { WordRuns } from '../../src/dedupe/word-runs.ts';
import { WordCutter } from '../../src/dedupe/words.ts';
import type { Report } from '../../src/index.ts';
import { foldText } from '../../src/text/normal-forms.ts';
import { checkContent, linesOf } from '../support/check-lines.ts';
import { seededDice } from '../support/random.ts';
import { describeShared, sharedPath } from '../support/shared-data.ts';
import { REPHRASED } from './rephrased-questions.ts';

const cutter = new WordCutter();
const worded = (text: string) => {
  cutter.cut(foldText(text));
  return { words: cutter.hashes.slice(0, cutter.length), numbers: new Set(cutter.numbers) };
};
const wordsOf = (text: string): Uint32Array => worded(text).words;
const chat = (question: string) => ({
  messages: [
    { role: 'user', content: question },
    { role: 'assistant', content: 'Forty-two.' },
  ],
});
const found = ({ findings }: Report) =>
  findings.map(({ rule, message, data }) => `${rule} ${message} ${data?.item}`);
const ONLY = { only: ['contamination/ngram', 'contamination/rephrased'] };

test('words: of spaced scripts whole, of others one by one', () => {
  const text = 'naïve x2, 漢字です สวัสดี';
  cutter.cut(text);
  const cut = Array.from({ length: cutter.length }, (_, i) => text.slice(cutter.starts[i], cutter.ends[i]));
  expect(cut).toEqual(['naïve', 'x2', '漢', '字', 'で', 'す', ...'สวัสดี'.split('')]);
});

test('runs: the longest in a row, and how much is covered', () => {
  const item = 'one two three four five six seven eight nine ten eleven twelve';
  const runs = new WordRuns([
    wordsOf(item),
    wordsOf('some other text that nobody has ever asked before today'),
  ]);
  const find = (text: string) => runs.find(wordsOf(text), wordsOf(text).length);
  expect(find(`well, ${item}!`)).toEqual([{ item: 0, kind: 'exact', score: 1000, from: 0, words: 12 }]);
  expect(find(item.replace('one two', 'a b'))).toEqual([
    { item: 0, kind: 'overlap', score: 833, from: 2, words: 10 },
  ]);
  expect(find('one two three four five six seven')).toEqual([]);
  expect(find(item.split(' ').reverse().join(' '))).toEqual([]);
});

test('short items have to stand there whole, the shortest as a whole turn', () => {
  const runs = new WordRuns([wordsOf('who wrote faust the first part'), wordsOf('who wrote the faust')]);
  const kinds = (text: string) => runs.find(wordsOf(text), wordsOf(text).length).map(({ item }) => item);
  expect(kinds('Tell me: who wrote Faust, the first part?')).toEqual([0]);
  expect(kinds('Who wrote the Faust?')).toEqual([1]);
  expect(kinds('Tell me who wrote the Faust')).toEqual([]);
});

test('a template that all items share accuses nobody', async () => {
  const frame = 'Read the passage below with care and then choose the one answer that fits it best of all: ';
  const names = ['Anna', 'Bela', 'Cora', 'Dora', 'Emil', 'Fritz', 'Gerd', 'Hans'];
  const against = names.map((name) => ({ question: `${frame}${name} went home.` }));
  const report = await checkContent(linesOf([chat(`${frame}Zoe stayed.`)]), ONLY, 'data.jsonl', against);
  expect(found(report)).toEqual([]);
});

test('shapes of evaluation sets: training formats, questions, any texts', async () => {
  const against = [
    {
      question: 'Which river flows through the middle of Prague today?',
      choices: ['Elbe', 'Vltava'],
      answer: 1,
    },
    chat('Which river flows through the middle of Paris today?'),
    { id: 7, premise: 'Which river flows through the middle of Rome today?', label: 0 },
  ];
  const ask = (town: string) => chat(`Which river flows through the middle of ${town} today?`);
  const report = await checkContent(
    linesOf(['Rome', 'Paris', 'Prague'].map(ask)),
    ONLY,
    'data.jsonl',
    against,
  );
  expect(found(report).sort()).toEqual([
    'contamination/ngram exact eval.jsonl:1',
    'contamination/ngram exact eval.jsonl:2',
    'contamination/ngram exact eval.jsonl:3',
  ]);
  await expect(checkContent(linesOf([ask('Rome')]), ONLY, 'data.jsonl', [{ id: 7 }])).rejects.toThrow(
    /nothing is asked/,
  );
});

test('records of the evaluation set count nowhere', async () => {
  const report = await checkContent(linesOf([chat('Hi')]), {}, 'data.jsonl', [chat('a'), chat('b')]);
  expect(report.figures.records.read).toBe(1);
  expect(report.figures.sources.map(({ name }) => name)).toEqual(['data.jsonl']);
});

const questionsOf = (file: string): string[] =>
  readFileSync(sharedPath(`microsoft-foundry/${file}`), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => {
      const { messages } = JSON.parse(line) as { messages: { role: string; content: string }[] };
      return messages.find(({ role }) => role === 'user')?.content ?? '';
    });

describeShared('planted into 449 questions of GSM8K', () => {
  const dice = seededDice(60_331);
  const spoil: Readonly<Record<string, (text: string) => string>> = {
    exact: (text) => text,
    'white space': (text) => text.replace(/ /g, '  \n'),
    case: (text) => text.toUpperCase(),
    punctuation: (text) => text.replace(/[.,?!'’-]/g, ''),
    'one word changed': (text) => {
      const words = text.split(' ');
      words[dice(words.length)] = 'banana';
      return words.join(' ');
    },
    'order of sentences': (text) =>
      text
        .split(/(?<=[.?]) +/)
        .reverse()
        .join(' '),
  };

  test.each(Object.keys(spoil))('%s', (way) => {
    const items = questionsOf('chat_validation.jsonl');
    const evaluation = openEvaluation(
      { sources: ['eval'], items: items.map((text, index) => ({ text, source: 0, index, line: index + 1 })) },
      { fold: foldText },
    );
    const hits = items.filter((text, item) => matches(evaluation, spoil[way]?.(text) ?? '').includes(item));
    expect(hits.length / items.length).toBeGreaterThanOrEqual(0.98);
  });

  test('rephrased: more are found than plain cosine finds, and no other question', () => {
    const items = questionsOf('chat_validation.jsonl').map(worded);
    const rare = new RareWords(items);
    const right = REPHRASED.filter((text, item) => rare.find(worded(text)).some((one) => one.item === item));
    const wrong = REPHRASED.flatMap((text, item) =>
      rare.find(worded(text)).filter((one) => one.item !== item),
    );
    const others = questionsOf('chat_train.jsonl').flatMap((text) => rare.find(worded(text)));
    const recall = right.length / REPHRASED.length;
    const precision = right.length / (right.length + wrong.length + others.length);
    expect({ recall, precision }).toEqual({ recall: 27 / 30, precision: 1 });
    // Runs of words alone find none of them.
    const runs = new WordRuns(items.map(({ words }) => words));
    expect(REPHRASED.flatMap((text) => runs.find(wordsOf(text), wordsOf(text).length))).toEqual([]);
  });
});

function matches(evaluation: ReturnType<typeof openEvaluation>, text: string): number[] {
  const turn = { role: 'user', text, folded: foldText(text), learned: false };
  const view = { at: { source: 0, index: 0 }, turns: [turn] } as unknown as Parameters<
    typeof evaluation.matchesOf
  >[0];
  return evaluation.matchesOf(view).map(({ item }) => item);
}
