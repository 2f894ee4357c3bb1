// As many marks for images, videos and sounds in the texts as there are files beside them.

import { member } from '../../model/json.ts';
import { defineRecordRule } from '../../model/rule.ts';

const MEDIA = [
  { field: 'images', mark: '<image>' },
  { field: 'videos', mark: '<video>' },
  { field: 'audios', mark: '<audio>' },
] as const;
const shown = (value: string, images: string[]) => ({
  conversations: [
    { from: 'human', value },
    { from: 'gpt', value: 'A dot.' },
  ],
  images,
});

export const mediaCount = defineRecordRule({
  id: 'target/llama-factory-media-count',
  title: 'Marks and files do not match',
  why: 'LLaMA-Factory puts the files where the marks stand in the texts; where the numbers differ, the run ends with an error.',
  mend: 'Write one mark for each file, where it belongs.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { count: 'There are {files} in {field}, and {marks} of the marks {mark} in the texts.' },
  sources: [
    {
      title: 'LLaMA-Factory, data/mm_plugin.py at ff6d4d1',
      url: 'https://github.com/hiyouga/LLaMA-Factory',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      {
        title: 'one of each',
        target: 'llama-factory-sharegpt',
        record: shown('<image>What is it?', ['dot.png']),
      },
      { title: 'none', target: 'llama-factory-sharegpt', record: shown('What is it?', []) },
    ],
    bad: [
      {
        title: 'no mark',
        target: 'llama-factory-sharegpt',
        record: shown('What is it?', ['dot.png']),
        finds: [
          {
            message: 'count',
            pointer: '/images',
            data: { files: 1, marks: 0, field: 'images', mark: '<image>' },
          },
        ],
      },
      {
        title: 'two marks',
        target: 'llama-factory-sharegpt',
        record: shown('<image>What is it? <image>', ['dot.png']),
        finds: [
          {
            message: 'count',
            pointer: '/images',
            data: { files: 1, marks: 2, field: 'images', mark: '<image>' },
          },
        ],
      },
    ],
  },
  create: () => (view, report) => {
    for (const { field, mark } of MEDIA) {
      const files = member(view.value, field);
      if (!Array.isArray(files) || files.length === 0) continue;
      let marks = 0;
      for (const { text } of view.turns) marks += text.split(mark).length - 1;
      if (marks === files.length) continue;
      report({ message: 'count', pointer: `/${field}`, data: { files: files.length, marks, field, mark } });
    }
  },
});
