// More records than the Tuning Studio and connections take, though not more than an upload does.

import type { Citation } from '../../model/citation.ts';
import { defineFigureRule } from '../../model/rule.ts';

export const DATA: Citation = {
  title: 'IBM watsonx.ai, data formats for tuning',
  url: 'https://www.ibm.com/docs/SSLSRPV_2.2.x/wsj/analyze-data/fm-tuning-data.html',
  read: '2026-11-22',
};
const MOST = 10_000;

export const studioLimit = defineFigureRule({
  id: 'target/ibm-studio-limit',
  title: 'More than the Tuning Studio takes',
  why: 'The Tuning Studio and connections take 10,000 examples; only fine-tuning with an uploaded file has no such limit.',
  mend: 'Upload the file, or choose the best 10,000.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { many: '{count#record}; the Tuning Studio takes {limit}.' },
  sources: [DATA],
  // So many records are too many for an example; tests/targets stands in for them.
  examples: { good: [], bad: [] },
  create:
    () =>
    ({ records: { read: count } }, report) => {
      if (count > MOST) report({ message: 'many', pointer: '', data: { count, limit: MOST } });
    },
});
