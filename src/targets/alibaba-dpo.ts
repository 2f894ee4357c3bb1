// Alibaba Cloud Model Studio, preference tuning of Qwen: messages, one chosen and one rejected answer, text only.

import type { Target } from '../model/target.ts';
import { fileNames } from './alibaba/file-names.ts';
import { lossWeight } from './alibaba/loss-weight.ts';
import { promptEnd } from './alibaba/prompt-end.ts';
import { GUIDE, limits, RULES, status } from './alibaba/service.ts';
import { textWeight } from './alibaba/text-weight.ts';
import { thoughts } from './alibaba/thoughts.ts';
import { schemaCheck } from './schema-check.ts';

export const alibabaDpo: Target = {
  id: 'alibaba-dpo',
  title: 'Alibaba Model Studio preference tuning',
  formats: ['chat-preference'],
  status: { ...status, caution: 'offered in the Beijing region only' },
  schema: async () => {
    const [fast, full] = await Promise.all([
      import('./validators/alibaba-dpo.fast.ts'),
      import('./validators/alibaba-dpo.full.ts'),
    ]);
    return schemaCheck(fast.default, full.default);
  },
  limits: { ...limits, advisedRecords: { value: 100, citation: RULES } },
  // What preference jobs cost was not found.
  prices: [],
  severities: { 'preference/identical': 'warning', 'residue/reasoning-tag': 'off' },
  checks: [promptEnd, lossWeight, textWeight, thoughts, fileNames],
  sources: [RULES, GUIDE],
};
