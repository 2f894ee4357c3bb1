// Records times epochs: services that limit what a job reads, not what a file holds.

import { integer } from '../../model/option.ts';
import { defineFigureRule } from '../../model/rule.ts';

export const recordsByEpochs = defineFigureRule({
  id: 'target/records-by-epochs',
  title: 'Too many records for the epochs',
  why: 'The service limits records times epochs and refuses the job.',
  mend: 'Run fewer epochs, and say so with the option of this rule; or choose the best records.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: { epochs: integer(0, 'Epochs of the job; 0 stands for what the service runs unless told.') },
  messages: {
    many: '{count#record} at {epochs#epoch}; {target} takes {limit} in all, which is {most} at so many epochs.',
  },
  sources: [
    {
      title: 'Snowflake, Cortex fine-tuning',
      url: 'https://docs.snowflake.com/en/user-guide/snowflake-cortex/cortex-finetuning',
      read: '2026-11-22',
    },
    {
      title: 'Fireworks, fine-tuning models',
      url: 'https://docs.fireworks.ai/fine-tuning/fine-tuning-models',
      read: '2026-11-22',
    },
  ],
  // So many records are too many for an example; tests/rules/file-limits.test.ts stands in for them.
  examples: { good: [], bad: [] },
  create:
    ({ target, options }) =>
    ({ records }, report) => {
      const limit = target?.limits.recordEpochs;
      if (target === undefined || limit === undefined) return;
      const epochs = options.epochs === 0 ? limit.epochs : options.epochs;
      const count = records.read;
      if (count * epochs <= limit.value) return;
      const most = Math.floor(limit.value / epochs);
      report({
        message: 'many',
        pointer: '',
        data: { count, epochs, target: target.id, limit: limit.value, most },
      });
    },
});
