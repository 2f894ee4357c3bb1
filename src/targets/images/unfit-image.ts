// An image in the record that the target does not take: too large, or of a type it does not read.

import { partPointer, partsOf } from '../../model/example.ts';
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

/** Bytes that a base64 text of this length stands for. */
const bytesOf = (base64: number): number => Math.floor((base64 * 3) / 4);

export const unfitImage = defineRecordRule({
  id: 'target/unfit-image',
  title: 'Image the target does not take',
  why: 'Services refuse such an image or, as OpenAI does, skip it without a word: the answer is learned without its picture.',
  mend: 'Save the image in a type and size that the target takes: JPEG, PNG or WEBP of at most 10 MB nearly everywhere.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: {
    type: 'The image is {found}; {allowed} are read.',
    large: 'The image has {bytes} bytes; {limit} are allowed.',
  },
  sources: [VISION],
  examples: {
    good: [
      { title: 'a PNG', target: 'openai-sft', record: show([PIXEL]) },
      { title: 'an address', target: 'openai-sft', record: show(['https://example.com/dot.png']) },
    ],
    bad: [
      {
        title: 'a GIF',
        target: 'openai-sft',
        record: show(['data:image/gif;base64,R0lGODlhAQABAAAAACw=']),
        finds: [{ message: 'type', pointer: '/messages/0/content/0' }],
      },
      {
        title: 'SVG after a PNG',
        target: 'openai-sft',
        record: show([PIXEL, 'data:image/svg+xml;base64,PHN2Zy8+']),
        finds: [{ message: 'type', pointer: '/messages/0/content/1' }],
      },
      {
        title: 'more than ten megabytes',
        target: 'openai-sft',
        record: show([`data:image/png;base64,${'A'.repeat(14_000_000)}`]),
        finds: [{ message: 'large', pointer: '/messages/0/content/0' }],
      },
    ],
  },
  create: ({ target }) => {
    const allowed = target?.limits.imageTypes ?? [];
    const limit = target?.limits.maxImageBytes?.value ?? Number.POSITIVE_INFINITY;
    return (view, report) => {
      for (const { message } of view.turns) {
        for (const part of partsOf(message)) {
          if (part.type !== 'media' || !('url' in part.source)) continue;
          const { url } = part.source;
          if (!url.startsWith('data:')) continue;
          const found = /^data:([a-z0-9.+/-]{1,60})/i.exec(url)?.[1]?.toLowerCase() ?? 'of no type';
          const bytes = bytesOf(url.length - url.indexOf(',') - 1);
          const pointer = partPointer(message, part);
          if (!allowed.includes(found)) {
            report({ message: 'type', pointer, data: { found, allowed: allowed.join(', ') } });
          } else if (bytes > limit) report({ message: 'large', pointer, data: { bytes, limit } });
        }
      }
    };
  },
});
