// An image as OpenAI writes it, where Mistral writes its bare address.

import { isObject, type JsonValue, member } from '../../model/json.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { DOCS } from './service.ts';

const url = 'data:image/png;base64,iVBORw0KGgo=';
const record = (image: JsonValue) => ({
  messages: [
    { role: 'user', content: [{ type: 'image_url', image_url: image }] },
    { role: 'assistant', content: 'A dot.' },
  ],
});

export const imageObject = defineRecordRule({
  id: 'target/mistral-image-object',
  title: 'Image as an object',
  why: "Mistral's documents write the address itself as image_url; whether training takes OpenAI's object is not documented.",
  mend: 'Write the address as a text.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { object: 'image_url is an object.' },
  sources: [DOCS],
  examples: {
    good: [
      { title: 'an address', target: 'mistral-sft', record: record(url) },
      {
        title: 'no image',
        target: 'mistral-sft',
        record: {
          messages: [
            { role: 'user', content: 'Hi' },
            { role: 'assistant', content: 'Hello!' },
          ],
        },
      },
    ],
    bad: [
      {
        title: 'an object',
        target: 'mistral-sft',
        record: record({ url }),
        finds: [{ message: 'object', pointer: '/messages/0/content/0/image_url' }],
      },
      {
        title: 'an object with a detail',
        target: 'mistral-sft',
        record: record({ url, detail: 'low' }),
        finds: [{ message: 'object', pointer: '/messages/0/content/0/image_url' }],
      },
    ],
  },
  create:
    () =>
    ({ value }, report) => {
      const messages = member(value, 'messages');
      if (!Array.isArray(messages)) return;
      messages.forEach((message, at) => {
        const content = isObject(message) ? member(message, 'content') : undefined;
        if (!Array.isArray(content)) return;
        content.forEach((part, index) => {
          if (!isObject(part) || !isObject(part.image_url)) return;
          report({ message: 'object', pointer: `/messages/${at}/content/${index}/image_url` });
        });
      });
    },
});
