// Dialogues of several turns for a student that takes single questions only.

import type { Citation } from '../../model/citation.ts';
import { defineRecordRule } from '../../model/rule.ts';

export const DISTILLATION: Citation = {
  title: 'Amazon Bedrock, preparing prompts for distillation',
  url: 'https://docs.aws.amazon.com/bedrock/latest/userguide/distillation-data-prep-option-1.html',
  read: '2026-11-22',
};

export const distillationTurns = defineRecordRule({
  id: 'target/distillation-turns',
  title: 'More than one question for a student',
  why: 'Only Nova students take dialogues; for those of Anthropic and Llama a longer record is dropped, and the job fails when fewer than 100 are left.',
  mend: 'Choose a Nova student, or keep one question and its answer.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { long: '{count#message}; {model} takes one question, with or without its answer.' },
  sources: [DISTILLATION],
  // A model that tuneset has no vocabulary for cannot be named in an example; tests/targets stands in for it.
  examples: { good: [], bad: [] },
  create: ({ model }) => {
    // Without a model nobody knows whether the student is one of Nova's.
    const single = model !== undefined && !/nova/i.test(model);
    return (view, report) => {
      if (!single) return;
      let count = 0;
      for (const { role } of view.turns) if (role !== 'system') count += 1;
      if (count > 2) report({ message: 'long', pointer: '/messages', data: { count, model: model ?? '' } });
    };
  },
});
