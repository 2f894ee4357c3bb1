// Oracle OCI Generative AI, fine-tuning with pairs of prompt and completion.

import type { Citation } from '../model/citation.ts';
import type { Target } from '../model/target.ts';
import { schemaCheck } from './schema-check.ts';

const DATA: Citation = {
  title: 'Oracle OCI Generative AI, training data requirements (2024)',
  url: 'https://docs.cloud.oracle.com/iaas/Content/generative-ai/training-data-requirements.htm',
  read: '2026-11-22',
};

export const ociSft: Target = {
  id: 'oci-sft',
  title: 'Oracle OCI Generative AI fine-tuning',
  formats: ['prompt-completion'],
  textOnly: true,
  status: { open: true, note: 'open to new users', read: '2026-11-22' },
  schema: async () => {
    const [fast, full] = await Promise.all([
      import('./validators/oci-sft.fast.ts'),
      import('./validators/oci-sft.full.ts'),
    ]);
    return schemaCheck(fast.default, full.default);
  },
  limits: { minRecords: { value: 32, citation: DATA } },
  // Prices were not found.
  prices: [],
  severities: { 'structure/unknown-key': 'error' },
  checks: [],
  sources: [DATA],
};
