// Google Cloud, preference tuning of Gemini: a prompt and two scored completions, text only.

import type { Target } from '../model/target.ts';
import { equalScores } from './gemini/equal-scores.ts';
import { partKinds } from './gemini/part-kinds.ts';
import { promptEnd } from './gemini/prompt-end.ts';
import { limits, PREFERENCE, status, TUNING } from './gemini/service.ts';
import { systemRole } from './gemini/system-role.ts';
import { schemaCheck } from './schema-check.ts';

export const geminiDpo: Target = {
  id: 'gemini-dpo',
  title: 'Gemini preference tuning',
  formats: ['gemini-preference'],
  status: {
    ...status,
    note: 'open to new users; the documents list Gemini 2.5 Flash and Flash-Lite',
    caution: 'the models that are listed, Gemini 2.5, are said to have left inference in October 2026',
  },
  schema: async () => {
    const [fast, full] = await Promise.all([
      import('./validators/gemini-dpo.fast.ts'),
      import('./validators/gemini-dpo.full.ts'),
    ]);
    return schemaCheck(fast.default, full.default);
  },
  limits,
  // Those of Gemini 3 were not found; those of 2.5 were read by third parties only.
  prices: [],
  severities: { 'preference/identical': 'warning' },
  checks: [promptEnd, equalScores, partKinds, systemRole],
  sources: [PREFERENCE, TUNING],
};
