// `developer` is not in the schema of supervised records; whether the service takes it is not documented.

import { pointerTo } from '../../model/pointer.ts';
import { defineRecordRule } from '../../model/rule.ts';

const answer = { role: 'assistant', content: 'Hello!' };

export const developerRole = defineRecordRule({
  id: 'target/openai-developer-role',
  title: 'Developer turn',
  why: "OpenAI's schema of supervised records knows system, not developer; whether the service takes it is not documented.",
  mend: 'Write system.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { developer: 'The turn is by the developer; write system.' },
  sources: [
    {
      title: 'OpenAI API description, FineTuneChatRequestInput',
      url: 'https://github.com/openai/openai-openapi',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      {
        title: 'system',
        target: 'openai-sft',
        record: {
          messages: [{ role: 'system', content: 'Be kind.' }, { role: 'user', content: 'Hi' }, answer],
        },
      },
      {
        title: 'neither',
        target: 'openai-sft',
        record: { messages: [{ role: 'user', content: 'Hi' }, answer] },
      },
    ],
    bad: [
      {
        title: 'developer first',
        target: 'openai-sft',
        record: {
          messages: [{ role: 'developer', content: 'Be kind.' }, { role: 'user', content: 'Hi' }, answer],
        },
        finds: [{ message: 'developer', pointer: '/messages/0' }],
      },
      {
        title: 'developer in the middle',
        target: 'openai-sft',
        record: {
          messages: [{ role: 'user', content: 'Hi' }, { role: 'developer', content: 'Be kind.' }, answer],
        },
        finds: [{ message: 'developer', pointer: '/messages/1' }],
      },
    ],
  },
  create: () => (view, report) => {
    for (const { role, message } of view.turns) {
      if (role === 'developer') report({ message: 'developer', pointer: pointerTo(message) });
    }
  },
});
