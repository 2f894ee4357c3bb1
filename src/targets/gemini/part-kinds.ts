// Parts that hold no kind of data, or two.

import { isObject, type JsonObject, type JsonValue, member } from '../../model/json.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { PREPARE } from './service.ts';

const KINDS = [
  ['text'],
  ['fileData', 'file_data'],
  ['inlineData', 'inline_data'],
  ['functionCall', 'function_call'],
  ['functionResponse', 'function_response'],
] as const;

const record = (...parts: readonly JsonObject[]): JsonObject => ({
  contents: [
    { role: 'user', parts: [...parts] },
    { role: 'model', parts: [{ text: 'A dot.' }] },
  ],
});
const file = { mimeType: 'image/png', fileUri: 'gs://bucket/a.png' };

export const partKinds = defineRecordRule({
  id: 'target/gemini-part-kinds',
  title: 'Part with more or less than one kind of data',
  why: 'A part holds exactly one of text, file, call and response; Google refuses others.',
  mend: 'Make a part of each.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: {
    several: 'The part holds {kinds}; one is allowed.',
    none: 'The part holds none of text, fileData, functionCall and functionResponse.',
  },
  sources: [PREPARE],
  examples: {
    good: [
      {
        title: 'a part for each',
        target: 'gemini-sft',
        record: record({ text: 'What is it?' }, { fileData: file }),
      },
      { title: 'text alone', target: 'gemini-sft', record: record({ text: 'What is it?' }) },
    ],
    bad: [
      {
        title: 'text and a file in one',
        target: 'gemini-sft',
        record: record({ text: 'What is it?', fileData: file }),
        finds: [{ message: 'several', pointer: '/contents/0/parts/0', data: { kinds: 'text and fileData' } }],
      },
      {
        title: 'an empty part',
        target: 'gemini-sft',
        record: record({ text: 'What is it?' }, {}),
        finds: [{ message: 'none', pointer: '/contents/0/parts/1' }],
      },
    ],
  },
  create:
    () =>
    ({ value }, report) => {
      const contents = member(value, 'contents');
      if (!Array.isArray(contents)) return;
      contents.forEach((content, at) => {
        partsIn(content).forEach((part, index) => {
          if (!isObject(part)) return;
          const kinds = kindsIn(part);
          const pointer = `/contents/${at}/parts/${index}`;
          if (kinds.length === 0) report({ message: 'none', pointer });
          else if (kinds.length > 1)
            report({ message: 'several', pointer, data: { kinds: kinds.join(' and ') } });
        });
      });
    },
});

function partsIn(content: JsonValue): readonly JsonValue[] {
  const parts = isObject(content) ? member(content, 'parts') : undefined;
  return Array.isArray(parts) ? parts : [];
}

const kindsIn = (part: JsonObject): string[] =>
  KINDS.flatMap((names) => names.filter((name) => Object.hasOwn(part, name)).slice(0, 1));
