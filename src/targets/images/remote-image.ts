// An image that is fetched when the training begins: if its address does not answer then, it is skipped.

import { type Part, partPointer, partsOf } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';

const image = (url: string) => ({ type: 'image_url', image_url: { url } });
const show = (urls: readonly string[]) => ({
  messages: [
    { role: 'user', content: urls.map(image) },
    { role: 'assistant', content: 'A dot.' },
  ],
});
const PIXEL = 'data:image/png;base64,iVBORw0KGgo=';

export const remoteImage = defineRecordRule({
  id: 'target/remote-image',
  title: 'Image behind an address',
  why: 'It is fetched when the training begins; OpenAI skips an image it cannot fetch without a word.',
  mend: 'Write the image into the record as a data URI, or keep its address open until the job is done.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: {
    remote: '{count#image} of the record must still be there, and open to all, when training begins.',
  },
  sources: [
    {
      title: 'OpenAI, vision fine-tuning',
      url: 'https://developers.openai.com/api/docs/guides/vision-fine-tuning',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      { title: 'an image in place', target: 'openai-sft', record: show([PIXEL]) },
      { title: 'no image', target: 'openai-sft', record: show([]) },
    ],
    bad: [
      {
        title: 'an address',
        target: 'openai-sft',
        record: show(['https://example.com/dot.png']),
        finds: [{ message: 'remote', pointer: '/messages/0/content/0', data: { count: 1 } }],
      },
      {
        title: 'two addresses after an image in place',
        target: 'openai-sft',
        record: show([PIXEL, 'https://example.com/a.png', 'http://example.com/b.png']),
        finds: [{ message: 'remote', pointer: '/messages/0/content/1', data: { count: 2 } }],
      },
    ],
  },
  create: () => (view, report) => {
    let first = '';
    let count = 0;
    for (const { message } of view.turns) {
      for (const part of partsOf(message)) {
        if (!isRemote(part)) continue;
        count += 1;
        if (first === '') first = partPointer(message, part);
      }
    }
    if (count > 0) report({ message: 'remote', pointer: first, data: { count } });
  },
});

const isRemote = (part: Part): boolean =>
  part.type === 'media' && 'url' in part.source && /^https?:\/\//i.test(part.source.url);
