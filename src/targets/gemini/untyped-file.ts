// A file without a mimeType.

import { partPointer, partsOf } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { PREPARE } from './service.ts';

const record = (file: object) => ({
  contents: [
    { role: 'user', parts: [{ text: 'What is it?' }, { fileData: { ...file } }] },
    { role: 'model', parts: [{ text: 'A dot.' }] },
  ],
});

export const untypedFile = defineRecordRule({
  id: 'target/gemini-untyped-file',
  title: 'File without a type',
  why: 'The service is not told whether the file is an image, a sound or a document.',
  mend: 'Write its mimeType.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { untyped: 'The file has no mimeType.' },
  sources: [PREPARE],
  examples: {
    good: [
      {
        title: 'a type',
        target: 'gemini-sft',
        record: record({ mimeType: 'image/png', fileUri: 'gs://bucket/a.png' }),
      },
      {
        title: 'a type in the other spelling',
        target: 'gemini-sft',
        record: record({ mime_type: 'image/png', file_uri: 'gs://bucket/a.png' }),
      },
    ],
    bad: [
      {
        title: 'no type',
        target: 'gemini-sft',
        record: record({ fileUri: 'gs://bucket/a.png' }),
        finds: [{ message: 'untyped', pointer: '/contents/0/parts/1' }],
      },
      {
        title: 'a type that is no text',
        target: 'gemini-sft',
        record: record({ mimeType: 7, fileUri: 'gs://bucket/a.png' }),
        finds: [{ message: 'untyped', pointer: '/contents/0/parts/1' }],
      },
    ],
  },
  create: () => (view, report) => {
    for (const { message } of view.turns) {
      for (const part of partsOf(message)) {
        if (part.type !== 'media' || part.mimeType !== undefined) continue;
        report({ message: 'untyped', pointer: partPointer(message, part) });
      }
    }
  },
});
