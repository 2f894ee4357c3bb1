// The columns of an unpaired preference record, under the names that TRL knows, in one kind throughout.

import { type JsonValue, member } from '../../model/json.ts';
import { defineRecordRule } from '../../model/rule.ts';

const NAMES = ['prompt', 'completion', 'label'] as const;
const asked = [{ role: 'user', content: 'How much is 2 and 2?' }];
const said = [{ role: 'assistant', content: 'It is 4.' }];

export const ratingColumns = defineRecordRule({
  id: 'target/trl-rating-columns',
  title: 'Columns that the KTO trainer cannot use',
  why: 'TRL reads prompt, completion and label; with other names the run ends with an error, and with a text on one side and messages on the other it does now this, now that.',
  mend: 'Name the columns prompt, completion and label; tuneset convert does. Write both sides as texts, or both as messages.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  kinds: ['rating'],
  options: {},
  messages: {
    name: 'There is no column {field}, which is the name that TRL reads.',
    kind: 'The completion is {completion}, while the prompt is {prompt}.',
  },
  sources: [
    {
      title: 'TRL, data_utils.py and kto_trainer.py at f2cd577',
      url: 'https://github.com/huggingface/trl',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      {
        title: 'texts',
        target: 'trl-kto',
        record: { prompt: 'How much is 2 and 2?', completion: 'It is 4.', label: true },
      },
      { title: 'messages', target: 'trl-kto', record: { prompt: asked, completion: said, label: false } },
    ],
    bad: [
      {
        title: 'the names of LLaMA-Factory',
        target: 'trl-kto',
        record: { messages: [...asked, ...said], label: true },
        finds: [
          { message: 'name', pointer: '', data: { field: 'prompt' } },
          { message: 'name', pointer: '', data: { field: 'completion' } },
        ],
      },
      {
        title: 'a completion as text',
        target: 'trl-kto',
        record: { prompt: asked, completion: 'It is 4.', label: true },
        finds: [
          {
            message: 'kind',
            pointer: '/completion',
            data: { completion: 'text', prompt: 'a list of messages' },
          },
        ],
      },
    ],
  },
  create:
    () =>
    ({ value }, report) => {
      for (const field of NAMES) {
        if (!Object.hasOwn(value, field)) report({ message: 'name', pointer: '', data: { field } });
      }
      const completion = kindName(member(value, 'completion'));
      const prompt = kindName(member(value, 'prompt'));
      if (completion === undefined || prompt === undefined || prompt === completion) return;
      report({ message: 'kind', pointer: '/completion', data: { completion, prompt } });
    },
});

function kindName(value: JsonValue | undefined): string | undefined {
  if (typeof value === 'string') return 'text';
  return Array.isArray(value) ? 'a list of messages' : undefined;
}
