// More images in one example than the target takes.

import { type Message, partsOf } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';

const VISION = {
  title: 'OpenAI, vision fine-tuning',
  url: 'https://developers.openai.com/api/docs/guides/vision-fine-tuning',
  read: '2026-11-22',
};
const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const image = (url: string) => ({ type: 'image_url', image_url: { url } });
const show = (urls: readonly string[]) => ({
  messages: [
    { role: 'user', content: urls.map(image) },
    { role: 'assistant', content: 'A dot.' },
  ],
});

export const tooManyImages = defineRecordRule({
  id: 'target/too-many-images',
  title: 'Too many images',
  why: 'Services refuse an example with more images than they allow.',
  mend: 'Leave images out, or cut the example up.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { many: '{count#image}; {target} takes {limit}.' },
  sources: [VISION],
  examples: {
    good: [
      { title: 'one image', target: 'openai-sft', record: show([PIXEL]) },
      { title: 'ten images', target: 'openai-sft', record: show(Array.from({ length: 10 }, () => PIXEL)) },
    ],
    bad: [
      {
        title: 'eleven images',
        target: 'openai-sft',
        record: show(Array.from({ length: 11 }, () => PIXEL)),
        finds: [{ message: 'many', pointer: '', data: { count: 11, limit: 10, target: 'openai-sft' } }],
      },
      {
        title: 'a dozen images',
        target: 'openai-sft',
        record: show(Array.from({ length: 12 }, () => PIXEL)),
        finds: [{ message: 'many', pointer: '', data: { count: 12, limit: 10, target: 'openai-sft' } }],
      },
    ],
  },
  create: ({ target }) => {
    const limit = target?.limits.maxImages?.value ?? Number.POSITIVE_INFINITY;
    return (view, report) => {
      let count = 0;
      for (const { message } of view.turns) count += imagesOf(message);
      if (count > limit)
        report({ message: 'many', pointer: '', data: { count, limit, target: target?.id ?? '' } });
    };
  },
});

function imagesOf(message: Message): number {
  let count = 0;
  for (const part of partsOf(message)) if (part.type === 'media' && part.media === 'image') count += 1;
  return count;
}
