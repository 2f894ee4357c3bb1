// What the target’s schema forbids and no other rule has better words for.

import { defineShapeRule } from '../../model/rule.ts';

export const schemaViolation = defineShapeRule({
  id: 'structure/schema-violation',
  title: "Against the target's schema",
  why: 'The provider checks every record against its schema and refuses the file.',
  mend: "Write the value as the target's documentation says.",
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { violation: '{what}.' },
  sources: [
    {
      title: 'OpenAI, supervised fine-tuning',
      url: 'https://developers.openai.com/api/docs/guides/supervised-fine-tuning',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      {
        title: 'all there',
        record: {
          messages: [
            { role: 'user', content: 'Hi' },
            { role: 'assistant', content: 'Hello!' },
          ],
        },
      },
      {
        title: 'with a system turn',
        record: {
          messages: [
            { role: 'system', content: 'Be brief.' },
            { role: 'user', content: 'Hi' },
            { role: 'assistant', content: 'Hello!' },
          ],
        },
      },
    ],
    bad: [
      {
        title: 'an unknown detail of an image',
        record: {
          messages: [
            {
              role: 'user',
              content: [
                { type: 'image_url', image_url: { url: 'https://example.com/a.png', detail: 'huge' } },
              ],
            },
            { role: 'assistant', content: 'Hello!' },
          ],
        },
        target: 'openai-sft',
        finds: [{ message: 'violation', pointer: '/messages/0/content/0/image_url/detail' }],
      },
      {
        title: 'an empty list of parts',
        record: {
          messages: [
            { role: 'user', content: [] },
            { role: 'assistant', content: 'Hello!' },
          ],
        },
        target: 'openai-sft',
        finds: [{ message: 'violation', pointer: '/messages/0/content' }],
      },
    ],
  },
});
