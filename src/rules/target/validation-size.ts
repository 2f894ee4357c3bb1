// The file that is named as the one to validate with: too small or too large for the service.

import { defineFigureRule } from '../../model/rule.ts';
import { isValidationName } from '../../model/validation-name.ts';

const lines = (count: number) =>
  Array.from(
    { length: count },
    (_, n) =>
      `{"system":"Be brief.","messages":[{"role":"user","content":"What is ${n} and 1?"},{"role":"assistant","content":"It is ${n + 1}."}]}\n`,
  ).join('');

export const validationSize = defineFigureRule({
  id: 'target/validation-size',
  title: 'Validation file of a wrong size',
  why: 'The service has limits of its own for the file to validate with, and refuses the job.',
  mend: 'Move records between the two files.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: {
    few: '{source} has {count#record}; {target} wants {limit} at least to validate with.',
    many: '{source} has {count#record}; {target} takes {limit} to validate with.',
    share:
      '{source} has {count#record}, more than {limit} % of the {training} to train with, which is what {target} takes.',
    bytes: '{source} has {bytes} bytes; {target} takes {limit} to validate with.',
  },
  sources: [
    {
      title: 'Amazon Bedrock, preparing data for fine-tuning',
      url: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-customization-prepare.html',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      { title: 'enough', lines: lines(32), file: 'validation.jsonl', target: 'bedrock-claude-sft' },
      { title: 'a file of another name', lines: lines(2), file: 'train.jsonl', target: 'bedrock-claude-sft' },
    ],
    bad: [
      {
        title: 'thirty-one for Claude',
        lines: lines(31),
        file: 'validation.jsonl',
        target: 'bedrock-claude-sft',
        finds: [
          {
            message: 'few',
            pointer: '',
            data: { source: 'validation.jsonl', count: 31, target: 'bedrock-claude-sft', limit: 32 },
          },
        ],
      },
      {
        title: 'a thousand and one for Claude',
        lines: lines(1001),
        file: 'set-val.jsonl',
        target: 'bedrock-claude-sft',
        finds: [{ message: 'many', pointer: '' }],
      },
    ],
  },
  create:
    ({ target }) =>
    ({ sources }, report) => {
      const validation = target?.limits.validation;
      if (target === undefined || validation === undefined) return;
      const { minRecords, maxRecords, maxBytes, maxPercent } = validation;
      let training = 0;
      for (const { name, records } of sources) if (!isValidationName(name)) training += records;
      for (const { name: source, records: count, bytes } of sources) {
        if (!isValidationName(source)) continue;
        const data = { source, count, target: target.id };
        if (minRecords !== undefined && count < minRecords.value) {
          report({ message: 'few', pointer: '', data: { ...data, limit: minRecords.value } });
        }
        if (maxRecords !== undefined && count > maxRecords.value) {
          report({ message: 'many', pointer: '', data: { ...data, limit: maxRecords.value } });
        }
        // Where only the file to validate with was checked, nobody knows the size of the other.
        const tooLarge =
          training > 0 && maxPercent !== undefined && count * 100 > training * maxPercent.value;
        if (tooLarge && count > maxPercent.above) {
          report({ message: 'share', pointer: '', data: { ...data, training, limit: maxPercent.value } });
        }
        if (maxBytes !== undefined && bytes > maxBytes.value) {
          report({
            message: 'bytes',
            pointer: '',
            data: { source, bytes, target: target.id, limit: maxBytes.value },
          });
        }
      }
    },
});
