// Alibaba Cloud Model Studio, supervised fine-tuning of Qwen: OpenAI's records in text, items and files beyond it.

import type { Target } from '../model/target.ts';
import { fileNames } from './alibaba/file-names.ts';
import { fileReference } from './alibaba/file-reference.ts';
import { lossWeight } from './alibaba/loss-weight.ts';
import { GUIDE, limits, RULES, status, TUNING } from './alibaba/service.ts';
import { textContent } from './alibaba/text-content.ts';
import { textWeight } from './alibaba/text-weight.ts';
import { thoughts } from './alibaba/thoughts.ts';
import { schemaCheck } from './schema-check.ts';

export const alibabaSft: Target = {
  id: 'alibaba-sft',
  title: 'Alibaba Model Studio supervised fine-tuning',
  // Text alone is written as OpenAI writes it.
  formats: ['alibaba-chat', 'openai-chat'],
  status,
  schema: async () => {
    const [fast, full] = await Promise.all([
      import('./validators/alibaba-sft.fast.ts'),
      import('./validators/alibaba-sft.full.ts'),
    ]);
    return schemaCheck(fast.default, full.default);
  },
  limits: { ...limits, advisedRecords: { value: 1_000, citation: RULES } },
  prices: [
    { model: 'qwen3-32b', usdPerMillion: 8, date: '2026-03', citation: TUNING },
    { model: 'qwen3-14b', usdPerMillion: 1.6, date: '2026-03', citation: TUNING },
  ],
  severities: {
    // "Usually" an answer, by the rules.
    'roles/last-not-assistant': 'warning',
    // Thoughts between tags are what Model Studio asks for; a check of its own looks at their form.
    'residue/reasoning-tag': 'off',
    // The key itself is refused.
    'roles/invalid-weight': 'off',
    'roles/nothing-trained': 'off',
  },
  checks: [lossWeight, textWeight, thoughts, textContent, fileReference, fileNames],
  sources: [RULES, GUIDE, TUNING],
};
