// TRL, preference tuning: its DPO trainer, as its main branch reads records.

import type { Citation } from '../model/citation.ts';
import type { Target } from '../model/target.ts';
import { emptyTools } from './trainers/empty-tools.ts';
import { maxLength } from './trainers/max-length.ts';
import { mixedShapes } from './trainers/mixed-shapes.ts';
import { textArguments } from './trainers/text-arguments.ts';
import { implicitPrompt } from './trl/implicit-prompt.ts';
import { preferenceColumns } from './trl/preference-columns.ts';

const TRL: Citation = {
  title: 'TRL 1.10.0.dev0, f2cd577 of 2026-07-24: data_utils.py, dpo_trainer.py, dataset formats',
  url: 'https://github.com/huggingface/trl',
  read: '2026-11-22',
};

export const trlDpo: Target = {
  id: 'trl-dpo',
  title: 'TRL preference tuning',
  formats: ['preference'],
  status: { open: true, note: 'a trainer that you run yourself', read: '2026-11-22' },
  limits: { defaultTokens: { value: 1024, citation: TRL }, overLength: 'truncated' },
  prices: [],
  severities: {
    'roles/invalid-weight': 'off',
    // The run goes on; it learns nothing from such a pair.
    'preference/identical': 'warning',
    // It takes the answers as they stand, whatever dialogue they are of.
    'preference/prompt-mismatch': 'warning',
    'structure/blank-line': 'warning',
  },
  checks: [preferenceColumns, implicitPrompt, maxLength, emptyTools, textArguments, mixedShapes],
  sources: [TRL],
};
