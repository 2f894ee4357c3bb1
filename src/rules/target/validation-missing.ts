// The service wants a second file to validate with, and none of the files given has such a name.

import { defineFigureRule } from '../../model/rule.ts';
import { isValidationName } from '../../model/validation-name.ts';

const record = '{"messages":[{"role":"user","content":"What is 2 and 2?"}],"answer":"4"}\n';

export const validationMissing = defineFigureRule({
  id: 'target/validation-missing',
  title: 'No file to validate with',
  why: 'The job does not start without a validation file; whether there is one beside those that were checked, nobody here can know.',
  mend: 'Keep some records back in a file of their own, and check both in one run.',
  severity: 'info',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: {
    missing: '{target} wants a file to validate with; the name of none that was checked says that it is one.',
  },
  sources: [
    {
      title: 'Azure OpenAI, reinforcement fine-tuning',
      url: 'https://learn.microsoft.com/azure/foundry/openai/how-to/reinforcement-fine-tuning',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      { title: 'a name that says so', lines: record, file: 'valid.jsonl', target: 'openai-rft' },
      { title: 'a target that needs none', lines: record, file: 'train.jsonl', target: 'openai-sft' },
    ],
    bad: [
      {
        title: 'training data alone',
        lines: record,
        file: 'train.jsonl',
        target: 'openai-rft',
        finds: [{ message: 'missing', pointer: '', data: { target: 'openai-rft' } }],
      },
      {
        title: 'a name that only sounds like it',
        lines: record,
        file: 'latest.jsonl',
        target: 'openai-rft',
        finds: [{ message: 'missing', pointer: '' }],
      },
    ],
  },
  create:
    ({ target }) =>
    ({ sources }, report) => {
      if (target?.limits.validation?.needed !== true || sources.some(({ name }) => isValidationName(name)))
        return;
      report({ message: 'missing', pointer: '', data: { target: target.id } });
    },
});
