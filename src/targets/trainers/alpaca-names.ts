// An Alpaca record with other names than the trainer reads.

import { defineRecordRule } from '../../model/rule.ts';

const NAMES = ['instruction', 'output'] as const;

export const alpacaNames = defineRecordRule({
  id: 'target/alpaca-names',
  title: 'Names that the trainer does not read',
  why: 'The trainer looks for instruction and output, and ends the run or leaves the record out where they are missing.',
  mend: 'Rename the columns; tuneset convert does. Some trainers take other names in their config.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  knockOnOf: ['structure/missing-field'],
  options: {},
  messages: { name: 'There is no {field}, which is the name that {target} reads.' },
  sources: [
    {
      title: 'LLaMA-Factory, data/parser.py at ff6d4d1',
      url: 'https://github.com/hiyouga/LLaMA-Factory',
      read: '2026-11-22',
    },
    {
      title: 'LitGPT, litgpt/data/base.py at 2685705',
      url: 'https://github.com/Lightning-AI/litgpt',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      {
        title: 'all three',
        target: 'litgpt-sft',
        record: { instruction: 'Add.', input: '1, 2', output: '3' },
      },
      { title: 'no input', target: 'litgpt-sft', record: { instruction: 'Add 1 and 2.', output: '3' } },
    ],
    bad: [
      {
        title: 'the names of Dolly',
        target: 'litgpt-sft',
        record: { instruction: 'Add.', context: '1, 2', response: '3' },
        finds: [{ message: 'name', pointer: '', data: { field: 'output', target: 'litgpt-sft' } }],
      },
      {
        title: 'a question and its answer',
        target: 'axolotl-alpaca',
        record: { question: 'What is 1 and 2?', answer: '3' },
        finds: [
          { message: 'name', pointer: '', data: { field: 'instruction', target: 'axolotl-alpaca' } },
          { message: 'name', pointer: '', data: { field: 'output', target: 'axolotl-alpaca' } },
        ],
      },
    ],
  },
  create:
    ({ target }) =>
    ({ value }, report) => {
      for (const field of NAMES) {
        if (Object.hasOwn(value, field)) continue;
        report({ message: 'name', pointer: '', data: { field, target: target?.id ?? '' } });
      }
    },
});
