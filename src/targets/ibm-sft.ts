// IBM watsonx.ai, tuning with pairs of input and output.

import type { Citation } from '../model/citation.ts';
import type { Target } from '../model/target.ts';
import { labelLanguage } from './ibm/label-language.ts';
import { DATA, studioLimit } from './ibm/studio-limit.ts';
import { schemaCheck } from './schema-check.ts';

const STUDIO: Citation = {
  title: 'IBM watsonx.ai, Tuning Studio',
  url: 'https://www.ibm.com/docs/en/watsonx/saas?topic=models-tuning-studio',
  read: '2026-11-22',
};

export const ibmSft: Target = {
  id: 'ibm-sft',
  title: 'IBM watsonx.ai tuning',
  formats: ['input-output'],
  textOnly: true,
  status: { open: true, note: 'open to new users, not in every plan and region', read: '2026-11-22' },
  schema: async () => {
    const [fast, full] = await Promise.all([
      import('./validators/ibm-sft.fast.ts'),
      import('./validators/ibm-sft.full.ts'),
    ]);
    return schemaCheck(fast.default, full.default);
  },
  limits: {
    minRecords: { value: 50, citation: DATA },
    advisedRecords: { value: 100, citation: DATA },
    maxBytes: { value: 200_000_000, citation: DATA },
    // The limit itself is that of the experiment.
    overLength: 'truncated',
  },
  // Billed in units of capacity; what a token costs was not found.
  prices: [],
  severities: {},
  checks: [studioLimit, labelLanguage],
  sources: [DATA, STUDIO],
};
