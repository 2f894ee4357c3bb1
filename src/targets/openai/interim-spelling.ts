// The names that an interim version of OpenAI's description gave to the two answers.

import { defineRecordRule } from '../../model/rule.ts';

const input = { messages: [{ role: 'user', content: 'How much is 2 and 2?' }] };
const four = [{ role: 'assistant', content: 'It is 4.' }];
const five = [{ role: 'assistant', content: 'It is 5.' }];
const NAMES = [
  ['preferred_completion', 'preferred_output'],
  ['non_preferred_completion', 'non_preferred_output'],
] as const;

export const interimSpelling = defineRecordRule({
  id: 'target/openai-interim-spelling',
  title: 'Name of an interim version',
  why: 'A version of the description that never came to stay called the answers so; the service asks for the other name and refuses the record.',
  mend: 'Rename the keys to preferred_output and non_preferred_output.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { name: '{found} has to be called {wanted}.' },
  sources: [
    {
      title: 'OpenAI API description, FineTunePreferenceRequestInput',
      url: 'https://github.com/openai/openai-openapi',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      {
        title: 'the names of today',
        target: 'openai-dpo',
        record: { input, preferred_output: four, non_preferred_output: five },
      },
      {
        title: 'the names of today, the other way round',
        target: 'openai-dpo',
        record: { non_preferred_output: five, preferred_output: four, input },
      },
    ],
    bad: [
      {
        title: 'both',
        target: 'openai-dpo',
        record: { input, preferred_completion: four, non_preferred_completion: five },
        finds: [
          { message: 'name', pointer: '/non_preferred_completion' },
          { message: 'name', pointer: '/preferred_completion' },
        ],
      },
      {
        title: 'one of them',
        target: 'openai-dpo',
        record: { input, preferred_output: four, non_preferred_completion: five },
        finds: [
          {
            message: 'name',
            pointer: '/non_preferred_completion',
            data: { found: 'non_preferred_completion', wanted: 'non_preferred_output' },
          },
        ],
      },
    ],
  },
  create:
    () =>
    ({ value }, report) => {
      for (const [found, wanted] of NAMES) {
        if (!Object.hasOwn(value, found)) continue;
        report({ message: 'name', pointer: `/${found}`, data: { found, wanted } });
      }
    },
});
