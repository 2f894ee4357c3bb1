// More bytes or records than the target takes.

import { defineFigureRule } from '../../model/rule.ts';

export const fileLimits = defineFigureRule({
  id: 'structure/file-limits',
  title: 'Too much for the target',
  why: 'The provider refuses larger files.',
  mend: 'Choose the best examples, or cut the file up where the provider takes several.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: {
    bytes: '{source} has {bytes} bytes; {target} takes {limit}.',
    records: '{count#record}; {target} takes {limit}.',
  },
  sources: [
    {
      title: 'Azure OpenAI, quotas and limits',
      url: 'https://learn.microsoft.com/azure/foundry/openai/quotas-limits',
      read: '2026-11-22',
    },
  ],
  // A file over the limit is too large for an example; tests/rules/file-limits.test.ts stands in for one.
  examples: { good: [], bad: [] },
  create:
    ({ target }) =>
    ({ sources, records }, report) => {
      if (target === undefined) return;
      const { maxBytes, maxRecords } = target.limits;
      for (const { name, bytes } of sources) {
        if (maxBytes === undefined || bytes <= maxBytes.value) continue;
        const data = { source: name, bytes, target: target.id, limit: maxBytes.value };
        report({ message: 'bytes', pointer: '', data });
      }
      if (maxRecords !== undefined && records.read > maxRecords.value) {
        const data = { count: records.read, target: target.id, limit: maxRecords.value };
        report({ message: 'records', pointer: '', data });
      }
    },
});
