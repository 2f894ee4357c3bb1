// Content parts that the schema cannot rule out: mixed refusals, and kinds that a role may not have.

import { partPointer, partsOf } from '../../model/example.ts';
import type { JsonValue } from '../../model/json.ts';
import { pointerTo } from '../../model/pointer.ts';
import { defineRecordRule } from '../../model/rule.ts';

const SCHEMA = {
  title: 'OpenAI API description, FineTuneChatRequestInput',
  url: 'https://github.com/openai/openai-openapi',
  read: '2026-11-22',
};
const text = { type: 'text', text: 'I will not.' };
const refusal = { type: 'refusal', refusal: 'No.' };
const answer = (content: JsonValue) => ({
  messages: [
    { role: 'user', content: 'Do it.' },
    { role: 'assistant', content },
  ],
});

export const contentParts = defineRecordRule({
  id: 'target/openai-content-parts',
  title: 'Parts that may not stand together',
  why: 'OpenAI takes either text parts or exactly one refusal in an answer; other mixtures fail its schema.',
  mend: 'Keep the text or the refusal.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: {
    mixed: 'A refusal stands beside other parts.',
    many: 'There are {count#refusal}; one is allowed.',
  },
  sources: [SCHEMA],
  examples: {
    good: [
      { title: 'text alone', target: 'openai-sft', record: answer([text, text]) },
      { title: 'one refusal', target: 'openai-sft', record: answer([refusal]) },
    ],
    bad: [
      {
        title: 'a refusal after text',
        target: 'openai-sft',
        record: answer([text, refusal]),
        finds: [{ message: 'mixed', pointer: '/messages/1/content/1' }],
      },
      {
        title: 'two refusals',
        target: 'openai-sft',
        record: answer([refusal, refusal]),
        finds: [{ message: 'many', pointer: '/messages/1', data: { count: 2 } }],
      },
    ],
  },
  create: () => (view, report) => {
    for (const { message } of view.turns) {
      // Only parts of `content` itself; the field `refusal` is another thing.
      const parts = partsOf(message).filter(({ base, index }) => base === '/content' && index >= 0);
      const refusals = parts.filter(({ type }) => type === 'refusal');
      const [first] = refusals;
      if (first === undefined) continue;
      if (refusals.length < parts.length) report({ message: 'mixed', pointer: partPointer(message, first) });
      else if (refusals.length > 1) {
        report({ message: 'many', pointer: pointerTo(message), data: { count: refusals.length } });
      }
    }
  },
});
