// A prompt and its completion in one kind: TRL glues them together, and a text and a list do not go together.

import { type JsonValue, member } from '../../model/json.ts';
import { defineRecordRule } from '../../model/rule.ts';

const asked = [{ role: 'user', content: 'How much is 2 and 2?' }];
const said = [{ role: 'assistant', content: 'It is 4.' }];

export const pairColumns = defineRecordRule({
  id: 'target/trl-pair-columns',
  title: 'Prompt and completion of different kinds for TRL',
  why: 'TRL adds the completion to the prompt; with a text on one side and a list of messages on the other the run ends with an error.',
  mend: 'Write both as texts, or both as lists of messages.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { kind: 'The completion is {completion}, while the prompt is {prompt}.' },
  sources: [
    {
      title: 'TRL 1.16.0, sft_trainer.py: tokenize_fn',
      url: 'https://pypi.org/project/trl/1.16.0/',
      read: '2026-11-25',
    },
  ],
  examples: {
    good: [
      {
        title: 'both as text',
        target: 'trl-sft',
        record: { prompt: 'How much is 2 and 2?', completion: 'It is 4.' },
      },
      { title: 'both as messages', target: 'trl-sft', record: { prompt: asked, completion: said } },
    ],
    bad: [
      {
        title: 'an answer as text',
        target: 'trl-sft',
        record: { prompt: asked, completion: 'It is 4.' },
        finds: [
          {
            message: 'kind',
            pointer: '/completion',
            data: { completion: 'text', prompt: 'a list of messages' },
          },
        ],
      },
      {
        title: 'a prompt as text',
        target: 'trl-sft',
        record: { prompt: 'How much is 2 and 2?', completion: said },
        finds: [
          {
            message: 'kind',
            pointer: '/completion',
            data: { completion: 'a list of messages', prompt: 'text' },
          },
        ],
      },
    ],
  },
  create:
    () =>
    ({ value }, report) => {
      const completion = kindName(member(value, 'completion'));
      if (completion === undefined) return;
      const prompt = kindName(member(value, 'prompt'));
      if (prompt === undefined || prompt === completion) return;
      report({ message: 'kind', pointer: '/completion', data: { completion, prompt } });
    },
});

function kindName(value: JsonValue | undefined): string | undefined {
  if (typeof value === 'string') return 'text';
  return Array.isArray(value) ? 'a list of messages' : undefined;
}
