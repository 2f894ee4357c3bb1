// Images and videos in a Nova record: more than one video, or any for the model that reads text only.

import { type Part, partPointer, partsOf } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { isMicro, NOVA } from './nova.ts';

const image = { image: { format: 'png', source: { s3Location: { uri: 's3://bucket/a.png' } } } };
const video = { video: { format: 'mp4', source: { s3Location: { uri: 's3://bucket/a.mp4' } } } };
const record = (...blocks: readonly object[]) => ({
  schemaVersion: 'bedrock-conversation-2024',
  messages: [
    { role: 'user', content: [{ text: 'What is it?' }, ...blocks.map((block) => ({ ...block }))] },
    { role: 'assistant', content: [{ text: 'A dot.' }] },
  ],
});

export const novaMedia = defineRecordRule({
  id: 'target/nova-media',
  title: 'Media that Nova does not take',
  why: 'Nova takes one video in a record, and Nova Micro no media at all.',
  mend: 'Cut the record up, or choose Nova Lite or Pro.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: {
    videos: '{count#video}; one is allowed.',
    micro: 'The record holds media; {model} reads text only.',
  },
  sources: [NOVA],
  examples: {
    good: [
      { title: 'one video', target: 'bedrock-nova-sft', record: record(video) },
      { title: 'an image, no model named', target: 'bedrock-nova-sft', record: record(image) },
    ],
    bad: [
      {
        title: 'two videos',
        target: 'bedrock-nova-sft',
        record: record(video, video),
        finds: [{ message: 'videos', pointer: '/messages/0/content/2', data: { count: 2 } }],
      },
      {
        title: 'three videos',
        target: 'bedrock-nova-sft',
        record: record(video, video, video),
        finds: [{ message: 'videos', pointer: '/messages/0/content/2', data: { count: 3 } }],
      },
    ],
  },
  create:
    ({ model }) =>
    (view, report) => {
      const micro = isMicro(model);
      let count = 0;
      let second = '';
      for (const { message } of view.turns) {
        for (const part of partsOf(message)) {
          if (part.type !== 'media') continue;
          if (micro) {
            report({ message: 'micro', pointer: partPointer(message, part), data: { model: model ?? '' } });
            return;
          }
          if (!isVideo(part)) continue;
          count += 1;
          if (count === 2) second = partPointer(message, part);
        }
      }
      if (count > 1) report({ message: 'videos', pointer: second, data: { count } });
    },
});

const isVideo = (part: Part): boolean => part.type === 'media' && part.media === 'video';
