// Tokens times epochs: the size of a job, where a service limits it.

import { integer } from '../../model/option.ts';
import { defineFigureRule } from '../../model/rule.ts';

export const tokensByEpochs = defineFigureRule({
  id: 'target/tokens-by-epochs',
  title: 'Job too large',
  why: 'The service limits the tokens of a file times its epochs and refuses the job.',
  mend: 'Run fewer epochs, or choose the best records.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: { epochs: integer(1, 'Epochs of the job.', 1) },
  messages: { many: '{tokens} tokens at {epochs#epoch}; {target} takes {limit} in all.' },
  sources: [
    {
      title: 'Azure OpenAI, quotas and limits',
      url: 'https://github.com/MicrosoftDocs/azure-ai-docs',
      read: '2026-11-22',
    },
  ],
  // So many tokens are too many for an example; tests/rules/file-limits.test.ts stands in for them.
  examples: { good: [], bad: [] },
  create:
    ({ target, options: { epochs } }) =>
    ({ tokens: { total, framing } }, report) => {
      const limit = target?.limits.tokenEpochs?.value;
      const tokens = total + framing;
      if (target === undefined || limit === undefined || tokens * epochs <= limit) return;
      report({ message: 'many', pointer: '', data: { tokens, epochs, target: target.id, limit } });
    },
});
