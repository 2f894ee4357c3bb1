// Google's supervised tuning records: `contents` with parts, a system instruction beside them.

import type { Conversation } from '../model/example.ts';
import type { Format } from '../model/format.ts';
import { type JsonObject, member } from '../model/json.ts';
import { writeContents, writeFunctionTools, writeSystem } from './contents-writer.ts';
import { looksLikeContent, parseContents, parseFunctionTools, parseSystem } from './gemini-codec.ts';
import { extraOf, putBack } from './members.ts';
import { cannotBe, loseChoices, partSystem } from './refusals.ts';

export const geminiContents: Format = {
  id: 'gemini-contents',
  title: 'Gemini: {systemInstruction?, contents: [{role, parts}], tools?}',
  kinds: ['conversation'],
  keys: ['contents'],
  sources: [
    {
      title: 'Google Cloud, preparing data for Gemini tuning',
      url: 'https://docs.cloud.google.com/vertex-ai/generative-ai/docs/models/gemini-supervised-tuning-prepare',
      read: '2026-11-22',
    },
  ],

  recognize(value) {
    const contents = member(value, 'contents');
    if (!Array.isArray(contents) || Object.hasOwn(value, 'completions')) return undefined;
    if (contents.length === 0) return { score: 0.5, because: 'an empty list of contents' };
    return contents.every(looksLikeContent)
      ? { score: 1, because: 'contents with role and parts' }
      : undefined;
  },

  parse(value, note): Conversation | undefined {
    if (!Object.hasOwn(value, 'contents')) return undefined;
    const contents = parseContents(value.contents, '/contents', note);
    if (contents === undefined) return undefined;
    const system = parseSystem(value, note);
    const { tools, unread } = parseFunctionTools(value, note);
    const extra = extraOf(value, new Set(['contents', 'tools', system.key ?? 'contents']));
    return {
      kind: 'conversation',
      messages: [...system.messages, ...contents],
      tools,
      choices: undefined,
      extra: unread === undefined ? extra : { ...extra, ...unread },
    };
  },

  serialize(example, lose) {
    if (example.kind !== 'conversation') return cannotBe(example, 'a conversation');
    const { system, rest } = partSystem(example.messages);
    const instruction = writeSystem(system, lose);
    const record: JsonObject = instruction === undefined ? {} : { systemInstruction: instruction };
    record.contents = writeContents(rest, lose);
    if (example.tools.length > 0) record.tools = [writeFunctionTools(example.tools, lose)];
    loseChoices(example, lose);
    return { record: putBack(record, example.extra) };
  },
};
