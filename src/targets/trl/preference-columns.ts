// The columns of a preference record: TRL knows exactly these names, in one kind throughout.

import { canonicalJson, type JsonValue, member } from '../../model/json.ts';
import { defineRecordRule } from '../../model/rule.ts';

const said = (content: string) => [{ role: 'assistant', content }];
const asked = [{ role: 'user', content: 'How much is 2 and 2?' }];
const ANSWERS = ['chosen', 'rejected'] as const;

export const preferenceColumns = defineRecordRule({
  id: 'target/trl-preference-columns',
  title: 'Columns that TRL cannot use',
  why: 'TRL reads prompt, chosen and rejected, all as texts or all as lists of messages; with other names the run ends with an error, and with mixed kinds it does now this, now that.',
  mend: 'Name the columns prompt, chosen and rejected, and write all three as texts or all three as messages.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: {
    name: 'There is no column {field}, which is the name that TRL reads.',
    kind: '{field} is {kind}, while chosen is {chosen}.',
    null: 'The prompt is null; TRL takes that for a prompt, and cannot read it.',
    apart: 'There is no prompt, and chosen and rejected begin with different messages.',
  },
  sources: [
    {
      title: 'TRL, data_utils.py and dpo_trainer.py at f2cd577',
      url: 'https://github.com/huggingface/trl',
      read: '2026-11-22',
    },
    {
      title: 'TRL 1.16.0, dpo_trainer.py: tokenize_fn; data_utils.py: extract_prompt',
      url: 'https://pypi.org/project/trl/1.16.0/',
      read: '2026-11-25',
    },
  ],
  examples: {
    good: [
      {
        title: 'all as text',
        target: 'trl-dpo',
        record: { prompt: 'How much is 2 and 2?', chosen: 'It is 4.', rejected: 'It is 5.' },
      },
      {
        title: 'all as messages',
        target: 'trl-dpo',
        record: { prompt: asked, chosen: said('It is 4.'), rejected: said('It is 5.') },
      },
    ],
    bad: [
      {
        title: 'a prompt as text beside answers as messages',
        target: 'trl-dpo',
        record: { prompt: 'How much is 2 and 2?', chosen: said('It is 4.'), rejected: said('It is 5.') },
        finds: [
          {
            message: 'kind',
            pointer: '/prompt',
            data: { field: 'prompt', kind: 'text', chosen: 'a list of messages' },
          },
        ],
      },
      {
        title: 'other names',
        target: 'trl-dpo',
        record: {
          prompt: 'How much is 2 and 2?',
          chosen_response: 'It is 4.',
          rejected_response: 'It is 5.',
        },
        finds: [
          { message: 'name', pointer: '', data: { field: 'chosen' } },
          { message: 'name', pointer: '', data: { field: 'rejected' } },
        ],
      },
      {
        title: 'a prompt of null',
        target: 'trl-dpo',
        record: { prompt: null, chosen: 'It is 4.', rejected: 'It is 5.' },
        finds: [{ message: 'null', pointer: '/prompt' }],
      },
      {
        title: 'no prompt, and nothing in common',
        target: 'trl-dpo',
        record: { chosen: said('It is 4.'), rejected: said('It is 5.') },
        finds: [{ message: 'apart', pointer: '/rejected/0' }],
      },
    ],
  },
  create:
    () =>
    ({ value }, report) => {
      for (const field of ANSWERS) {
        if (member(value, field) === undefined) report({ message: 'name', pointer: '', data: { field } });
      }
      const prompt = member(value, 'prompt');
      if (prompt === null) report({ message: 'null', pointer: '/prompt' });
      if (prompt === undefined && beginApart(member(value, 'chosen'), member(value, 'rejected'))) {
        report({ message: 'apart', pointer: '/rejected/0' });
      }
      const chosen = kindName(member(value, 'chosen'));
      if (chosen === undefined) return;
      for (const field of ['prompt', 'rejected']) {
        const kind = kindName(member(value, field));
        if (kind === undefined || kind === chosen) continue;
        report({ message: 'kind', pointer: `/${field}`, data: { field, kind, chosen } });
      }
    },
});

function kindName(value: JsonValue | undefined): string | undefined {
  if (typeof value === 'string') return 'text';
  return Array.isArray(value) ? 'a list of messages' : undefined;
}

/** TRL makes a prompt of the messages that both begin with; of none it makes an empty one, which no template takes. */
const beginApart = (chosen: JsonValue | undefined, rejected: JsonValue | undefined): boolean =>
  Array.isArray(chosen) &&
  Array.isArray(rejected) &&
  chosen[0] !== undefined &&
  rejected[0] !== undefined &&
  canonicalJson(chosen[0]) !== canonicalJson(rejected[0]);
