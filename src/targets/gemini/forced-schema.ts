// Answers in JSON, and a schema that they are to satisfy: forcing it on a tuned model makes it worse.

import { defineFigureRule } from '../../model/rule.ts';
import { TUNING } from './service.ts';

const outputSchema = { type: 'object', required: ['sky'] };
const record = {
  contents: [
    { role: 'user', parts: [{ text: 'What is the weather in Bonn?' }] },
    { role: 'model', parts: [{ text: '{"sky":"clear"}' }] },
  ],
};

export const forcedSchema = defineFigureRule({
  id: 'target/gemini-forced-schema',
  title: 'Schema for the answers of a tuned model',
  why: 'Google names it as a known issue: forcing a response schema on a tuned Gemini lowers its quality, since tuning applied none.',
  mend: 'Let the tuned model write the JSON that it learned, without a response schema, and check it afterwards.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { forced: 'The answers have a schema; do not force it on the tuned model.' },
  sources: [TUNING],
  examples: {
    good: [
      { title: 'no schema', target: 'gemini-sft', record },
      { title: 'no schema, another goal', target: 'gemini-sft', goal: 'extraction', record },
    ],
    bad: [
      {
        title: 'a schema',
        target: 'gemini-sft',
        record,
        outputSchema,
        finds: [{ message: 'forced', pointer: '' }],
      },
      {
        title: 'a schema of one word',
        target: 'gemini-sft',
        record,
        outputSchema: { type: 'object' },
        finds: [{ message: 'forced', pointer: '' }],
      },
    ],
  },
  create:
    ({ outputSchema: schema }) =>
    (_, report) => {
      if (schema !== undefined) report({ message: 'forced', pointer: '' });
    },
});
