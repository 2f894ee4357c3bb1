// A turn whose content is null.

import { defineShapeRule } from '../../model/rule.ts';

export const nullContent = defineShapeRule({
  id: 'structure/null-content',
  title: 'Content is null',
  why: 'Nothing is said in the turn; trainers drop the record or fail on it. Only an assistant turn that calls a tool may have no content.',
  mend: 'Write the content, or remove the turn.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { null: 'The content of the {role} turn is null.' },
  sources: [],
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
      {
        title: 'a turn that only calls a tool',
        record: {
          messages: [
            { role: 'user', content: 'Hi' },
            {
              role: 'assistant',
              content: null,
              tool_calls: [{ id: '1', type: 'function', function: { name: 'wave', arguments: '{}' } }],
            },
          ],
          tools: [{ type: 'function', function: { name: 'wave' } }],
        },
      },
    ],
    bad: [
      {
        title: 'an answer of null',
        record: {
          messages: [
            { role: 'user', content: 'Hi' },
            { role: 'assistant', content: null },
          ],
        },
        finds: [{ message: 'null', pointer: '/messages/1/content', data: { role: 'assistant' } }],
      },
      {
        title: 'a completion of null',
        records: [
          { prompt: '2+2=', completion: '4' },
          { prompt: '3+3=', completion: null },
        ],
        finds: [{ message: 'null', pointer: '/completion', index: 1 }],
      },
    ],
  },
});
