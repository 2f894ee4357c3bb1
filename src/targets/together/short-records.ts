// Records much shorter than the context: Together packs many of them into one sequence.

import { exampleTokenLimit } from '../../model/limits.ts';
import { defineFigureRule } from '../../model/rule.ts';
import { baseModelName } from '../../tokens/find-model.ts';
import { DATA } from './service.ts';

/** So many that a sequence holds make a batch another thing than it says. */
const MANY = 8;

const record = (n: number) => ({
  messages: [
    { role: 'user', content: `How much is ${n} and 1?` },
    { role: 'assistant', content: `It makes ${n + 1} in all.` },
  ],
});
const records = Array.from({ length: 20 }, (_, n) => record(n));

export const shortRecords = defineFigureRule({
  id: 'target/together-packing',
  title: 'Short records will be packed',
  why: 'Together fills sequences of the length of the context with as many records as fit: the batch holds far more records than its size says, and there are fewer steps.',
  mend: 'Choose the batch size with that in mind; data as Parquet of tokens is not packed.',
  severity: 'info',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: {
    packed: 'The median record has {tokens} tokens; about {count} of them fill one sequence of {limit}.',
  },
  sources: [DATA],
  examples: {
    good: [
      { title: 'no model named', target: 'together-sft', records },
      { title: 'another service', target: 'openai-sft', model: 'gpt-oss-120b', records },
    ],
    bad: [
      {
        title: 'a context of 16,384',
        target: 'together-sft',
        model: 'gpt-oss-120b',
        records,
        finds: [{ message: 'packed', pointer: '' }],
      },
      {
        title: 'the same records twice',
        target: 'together-sft',
        model: 'gpt-oss-120b',
        records: [...records, ...records],
        finds: [{ message: 'packed', pointer: '' }],
      },
    ],
  },
  create:
    ({ target, model }) =>
    ({ tokens: { perRecord } }, report) => {
      if (target === undefined || model === undefined) return;
      const limit = exampleTokenLimit(target.limits, baseModelName(model))?.value;
      const tokens = perRecord.p50;
      if (limit === undefined || tokens === 0 || tokens * MANY > limit) return;
      report({ message: 'packed', pointer: '', data: { tokens, count: Math.floor(limit / tokens), limit } });
    },
});
