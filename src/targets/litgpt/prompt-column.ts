// A column named prompt, on which LitGPT fails.

import { defineRecordRule } from '../../model/rule.ts';

const record = { instruction: 'Add 1 and 2.', output: '3' };

export const promptColumn = defineRecordRule({
  id: 'target/litgpt-prompt-column',
  title: 'Column named prompt',
  why: 'LitGPT hands every column of a record to its prompt style by name; prompt is taken already, so that the run ends with an error.',
  mend: 'Remove or rename the column.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { prompt: 'The column prompt stands beside the instruction.' },
  sources: [
    {
      title: 'LitGPT, litgpt/data/base.py at 2685705: SFTDataset',
      url: 'https://github.com/Lightning-AI/litgpt',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      { title: 'an instruction and its output', target: 'litgpt-sft', record },
      { title: 'a column of another name', target: 'litgpt-sft', record: { ...record, topic: 'sums' } },
    ],
    bad: [
      {
        title: 'the whole prompt once more',
        target: 'litgpt-sft',
        record: { ...record, prompt: 'Instruction: Add 1 and 2.' },
        finds: [{ message: 'prompt', pointer: '/prompt' }],
      },
      {
        title: 'a prompt of null',
        target: 'litgpt-sft',
        record: { ...record, prompt: null },
        finds: [{ message: 'prompt', pointer: '/prompt' }],
      },
    ],
  },
  create:
    () =>
    ({ value }, report) => {
      if (Object.hasOwn(value, 'prompt')) report({ message: 'prompt', pointer: '/prompt' });
    },
});
