// A validation file for Nova 2, which its jobs accept and do not use.

import { defineFigureRule } from '../../model/rule.ts';
import { isValidationName } from '../../model/validation-name.ts';
import { isNova2, NOVA_2 } from './nova.ts';

export const unusedValidation = defineFigureRule({
  id: 'target/nova-unused-validation',
  title: 'Validation file that is not used',
  why: 'Nova 2 takes a validation set and does nothing with it: its records are lost for training.',
  mend: 'Train on all records, and evaluate with a set of your own after the job.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { unused: '{source} would not be used by {model}.' },
  sources: [NOVA_2],
  // A model that tuneset has no vocabulary for cannot be named in an example; tests/targets stands in for it.
  examples: { good: [], bad: [] },
  create:
    ({ model }) =>
    ({ sources }, report) => {
      if (!isNova2(model)) return;
      for (const { name: source } of sources) {
        if (!isValidationName(source)) continue;
        report({ message: 'unused', pointer: '', data: { source, model: model ?? '' } });
      }
    },
});
