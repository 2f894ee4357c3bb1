// A file in a container that the trainer does not open.

import { defineFigureRule } from '../../model/rule.ts';

const row = 'prompt,completion\n2 and 2?,It is 4.\n';

export const container = defineFigureRule({
  id: 'target/container',
  title: 'Kind of file that the trainer does not open',
  why: 'The trainer has a reader of its own for a few kinds of files, and fails on all others.',
  mend: 'Write another kind of file: tuneset convert takes it from the ending of the output.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { kind: '{source} is {found}; {target} opens {wanted}.' },
  sources: [
    {
      title: 'MLX-LM, tuner/datasets.py at d78bf58',
      url: 'https://github.com/ml-explore/mlx-lm',
      read: '2026-11-22',
    },
    {
      title: 'LitGPT, litgpt/data/json_data.py at 2685705',
      url: 'https://github.com/Lightning-AI/litgpt',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      { title: 'lines for MLX-LM', target: 'mlx-chat', record: { text: 'The sun shines.' } },
      {
        title: 'a list for LitGPT',
        target: 'litgpt-sft',
        file: 'data.json',
        lines: '[{"instruction":"Add 2 and 2.","output":"4"}]\n',
      },
    ],
    bad: [
      {
        title: 'a table for MLX-LM',
        target: 'mlx-completions',
        file: 'data.csv',
        lines: row,
        finds: [{ message: 'kind', pointer: '' }],
      },
      {
        title: 'a list for MLX-LM',
        target: 'mlx-chat',
        file: 'data.json',
        lines: '[{"text":"The sun shines."}]\n',
        finds: [
          {
            message: 'kind',
            pointer: '',
            data: { source: 'data.json', found: 'json', target: 'mlx-chat', wanted: 'jsonl' },
          },
        ],
      },
    ],
  },
  create:
    ({ target }) =>
    ({ sources }, report) => {
      const wanted = target?.limits.containers;
      if (wanted === undefined) return;
      for (const { name, container: found } of sources) {
        if (wanted.includes(found)) continue;
        const data = { source: name, found, target: target?.id ?? '', wanted: wanted.join(' or ') };
        report({ message: 'kind', pointer: '', data });
      }
    },
});
