// How a record names an image or a video: by the name of a file in the archive, without a folder.

import { isObject, type JsonValue, member } from '../../model/json.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { RULES } from './service.ts';

const IMAGES = /\.(?:bmp|jpe?g|png|tiff?|webp)$/i;
const record = (item: object) => ({
  messages: [
    { role: 'user', content: [{ text: 'What is it?' }, { ...item }] },
    { role: 'assistant', content: [{ text: 'A cat.' }] },
  ],
});

export const fileReference = defineRecordRule({
  id: 'target/alibaba-file-reference',
  title: 'File that is not named as it has to be',
  why: 'Images and videos lie in one archive with the records and are named without a folder: a path, an address or data in place is not found.',
  mend: 'Put the file into the archive, and write its bare name.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: {
    path: 'The file is named by {what}; its bare name is wanted.',
    type: 'The name does not end like an image that Model Studio reads: bmp, jpeg, jpg, png, tif, tiff or webp.',
  },
  sources: [RULES],
  examples: {
    good: [
      { title: 'a bare name', target: 'alibaba-sft', record: record({ image: 'cat.png' }) },
      { title: 'a video', target: 'alibaba-sft', record: record({ video: 'cat.mp4' }) },
    ],
    bad: [
      {
        title: 'a folder',
        target: 'alibaba-sft',
        record: record({ image: 'images/cat.png' }),
        finds: [{ message: 'path', pointer: '/messages/0/content/1/image', data: { what: 'a path' } }],
      },
      {
        title: 'a GIF',
        target: 'alibaba-sft',
        record: record({ image: 'cat.gif' }),
        finds: [{ message: 'type', pointer: '/messages/0/content/1/image' }],
      },
      {
        title: 'an address, as a frame',
        target: 'alibaba-sft',
        record: record({ video: ['0.jpg', 'https://example.com/1.jpg'] }),
        finds: [{ message: 'path', pointer: '/messages/0/content/1/video/1', data: { what: 'an address' } }],
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
        content.forEach((item, index) => {
          for (const { name, pointer, isImage } of filesIn(item)) {
            const where = `/messages/${at}/content/${index}${pointer}`;
            const what = placeWord(name);
            if (what !== undefined) report({ message: 'path', pointer: where, data: { what } });
            else if (isImage && !IMAGES.test(name)) report({ message: 'type', pointer: where });
          }
        });
      });
    },
});

interface File {
  readonly name: string;
  readonly pointer: string;
  readonly isImage: boolean;
}

function filesIn(item: JsonValue): File[] {
  if (!isObject(item)) return [];
  const { image, video } = item;
  const files: File[] = [];
  if (typeof image === 'string') files.push({ name: image, pointer: '/image', isImage: true });
  if (typeof video === 'string') files.push({ name: video, pointer: '/video', isImage: false });
  if (Array.isArray(video)) {
    video.forEach((frame, i) => {
      if (typeof frame === 'string') files.push({ name: frame, pointer: `/video/${i}`, isImage: true });
    });
  }
  return files;
}

function placeWord(name: string): string | undefined {
  if (name.startsWith('data:')) return 'its data';
  if (/^[a-z][a-z0-9+.-]{1,19}:\/\//i.test(name)) return 'an address';
  return name.includes('/') || name.includes('\\') ? 'a path' : undefined;
}
