// Images in some records and videos in others: Nova wants one kind in the whole set.

import { partsOf } from '../../model/example.ts';
import { comparePositions, type Position } from '../../model/position.ts';
import { defineDatasetRule } from '../../model/rule.ts';
import { NOVA } from './nova.ts';

const image = { image: { format: 'png', source: { s3Location: { uri: 's3://bucket/a.png' } } } };
const video = { video: { format: 'mp4', source: { s3Location: { uri: 's3://bucket/a.mp4' } } } };
const record = (...blocks: readonly object[]) => ({
  schemaVersion: 'bedrock-conversation-2024',
  messages: [
    { role: 'user', content: [{ text: 'What is it?' }, ...blocks.map((block) => ({ ...block }))] },
    { role: 'assistant', content: [{ text: 'A dot.' }] },
  ],
});

interface State {
  images: number;
  videos: number;
  image: Position | undefined;
  video: Position | undefined;
}

const earlier = (a: Position | undefined, b: Position | undefined): Position | undefined =>
  a === undefined ? b : b === undefined || comparePositions(a, b) <= 0 ? a : b;

export const novaMixedMedia = defineDatasetRule({
  id: 'target/nova-mixed-media',
  title: 'Images and videos in one set',
  why: 'Nova refuses a dataset in which some records hold images and others videos.',
  mend: 'Make two sets of it.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { mixed: '{images#record} with images, {videos} with videos.' },
  sources: [NOVA],
  examples: {
    good: [
      { title: 'images', target: 'bedrock-nova-sft', records: [record(image), record()] },
      { title: 'videos', target: 'bedrock-nova-sft', records: [record(video), record(video)] },
    ],
    bad: [
      {
        title: 'one of each',
        target: 'bedrock-nova-sft',
        records: [record(image), record(video)],
        finds: [{ message: 'mixed', pointer: '', data: { images: 1, videos: 1 } }],
      },
      {
        title: 'both in one',
        target: 'bedrock-nova-sft',
        records: [record(image, video), record()],
        finds: [{ message: 'mixed', pointer: '', data: { images: 1, videos: 1 } }],
      },
    ],
  },
  create: () => ({
    empty: (): State => ({ images: 0, videos: 0, image: undefined, video: undefined }),
    add(state: State, { turns, at }) {
      let images = false;
      let videos = false;
      for (const { message } of turns) {
        for (const part of partsOf(message)) {
          if (part.type !== 'media') continue;
          if (part.media === 'image') images = true;
          else if (part.media === 'video') videos = true;
        }
      }
      if (images) {
        state.images += 1;
        state.image = earlier(state.image, at);
      }
      if (videos) {
        state.videos += 1;
        state.video = earlier(state.video, at);
      }
    },
    merge(into: State, from: State) {
      into.images += from.images;
      into.videos += from.videos;
      into.image = earlier(into.image, from.image);
      into.video = earlier(into.video, from.video);
    },
    finish({ images, videos, image: first, video: second }: State, report) {
      if (first === undefined || second === undefined) return;
      const related = [
        { at: first, label: 'first image' },
        { at: second, label: 'first video' },
      ];
      report({ message: 'mixed', pointer: '', data: { images, videos }, related });
    },
  }),
});
