// The weight of a message: 0 or 1, and never on a picture.

import { isObject, type JsonObject, type JsonValue, kindOf, member } from '../../model/json.ts';
import { defineRecordRule } from '../../model/rule.ts';

const record = (answer: JsonObject, asked: JsonObject = {}) => ({
  messages: [
    { role: 'user', content: 'Hi', ...asked },
    { role: 'assistant', content: 'Hello!', ...answer },
  ],
});
const picture = [{ type: 'image_url', image_url: { url: 'data:image/png;base64,iVBORw0KGgo=' } }];
const inParts = { content: [{ type: 'text', text: 'A dot.' }] };

export const messageWeight = defineRecordRule({
  id: 'target/together-message-weight',
  title: 'Weight that Together refuses',
  why: 'The weight says whether a message is learned: Together takes the whole numbers 0 and 1, on any message that holds no image.',
  mend: 'Write 0 or 1, and 0 or nothing beside an image.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: {
    value: 'The weight is {found}; it has to be 0 or 1.',
    image: 'The message holds an image, so it cannot have the weight 1.',
  },
  sources: [
    {
      title: 'Together, file check of its SDK',
      url: 'https://github.com/togethercomputer/together-py',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      { title: 'zero and one', target: 'together-sft', record: record({ weight: 1 }, { weight: 0 }) },
      {
        title: 'zero on an image',
        target: 'together-sft',
        record: record(inParts, { content: picture, weight: 0 }),
      },
    ],
    bad: [
      {
        title: 'half a weight',
        target: 'together-sft',
        record: record({ weight: 0.5 }),
        finds: [{ message: 'value', pointer: '/messages/1/weight', data: { found: '0.5' } }],
      },
      {
        title: 'a word',
        target: 'together-sft',
        record: record({ weight: 'high' }),
        finds: [{ message: 'value', pointer: '/messages/1/weight', data: { found: 'text' } }],
      },
      {
        title: 'an image to learn',
        target: 'together-sft',
        record: record(inParts, { content: picture, weight: 1 }),
        finds: [{ message: 'image', pointer: '/messages/0/weight' }],
      },
    ],
  },
  create: () => (view, report) => {
    // From the record itself: the middle form keeps only the weights that it understands.
    const messages = member(view.value, 'messages');
    if (!Array.isArray(messages)) return;
    messages.forEach((message, index) => {
      const weight = isObject(message) ? member(message, 'weight') : undefined;
      // A weight of true or false has a rule of its own.
      if (weight === undefined || weight === null || typeof weight === 'boolean' || weight === 0) return;
      const pointer = `/messages/${index}/weight`;
      if (weight !== 1) {
        const found = typeof weight === 'number' ? String(weight) : kindOf(weight);
        report({ message: 'value', pointer, data: { found } });
      } else if (isObject(message) && holdsImage(member(message, 'content'))) {
        report({ message: 'image', pointer });
      }
    });
  },
});

const holdsImage = (content: JsonValue | undefined): boolean =>
  Array.isArray(content) && content.some((part) => isObject(part) && part.type === 'image_url');
