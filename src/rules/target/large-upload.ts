// A file that the service takes, but not by every way, or not by each of its documents.

import { defineFigureRule } from '../../model/rule.ts';

export const largeUpload = defineFigureRule({
  id: 'target/large-upload',
  title: 'Large for an upload',
  why: 'A portal or a plain upload takes less than the service does: the upload fails, or the job fails later without a reason.',
  mend: 'Upload the file in parts as the service documents it, or cut the set down.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { large: '{source} has {bytes} bytes; above {limit}, {note}.' },
  sources: [
    {
      title: 'Azure OpenAI, quotas and limits',
      url: 'https://github.com/MicrosoftDocs/azure-ai-docs',
      read: '2026-11-22',
    },
    {
      title: 'Microsoft Foundry skills, large file uploads',
      url: 'https://github.com/microsoft/azure-skills',
      read: '2026-11-22',
    },
  ],
  // A file of this size is too large for an example; tests/rules/file-limits.test.ts stands in for one.
  examples: { good: [], bad: [] },
  create:
    ({ target }) =>
    ({ sources }, report) => {
      if (target === undefined) return;
      const { carefulBytes = [], maxBytes } = target.limits;
      for (const { name, bytes } of sources) {
        // Above what is taken at all, another rule speaks.
        if (maxBytes !== undefined && bytes > maxBytes.value) continue;
        for (const { value: limit, note } of carefulBytes) {
          if (bytes > limit)
            report({ message: 'large', pointer: '', data: { source: name, bytes, limit, note } });
        }
      }
    },
});
