// Pairs of texts: `prompt` and `completion`, as older completion models and several services take them.

import type { Conversation } from '../model/example.ts';
import type { Format } from '../model/format.ts';
import { member } from '../model/json.ts';
import { extraOf } from './chat-codec.ts';
import { fieldMessage, readText } from './field-codec.ts';

const KNOWN: ReadonlySet<string> = new Set(['prompt', 'completion']);

export const promptCompletion: Format = {
  id: 'prompt-completion',
  title: 'Prompt and completion: {prompt, completion}',
  kinds: ['conversation'],
  keys: ['prompt', 'completion'],
  sources: [
    {
      title: 'OpenAI API description, FineTuneCompletionRequestInput',
      url: 'https://github.com/openai/openai-openapi',
      read: '2026-11-22',
    },
  ],

  recognize(value) {
    const prompt = member(value, 'prompt');
    const completion = member(value, 'completion');
    if (typeof prompt !== 'string' || typeof completion !== 'string') return undefined;
    if (typeof value.label === 'boolean') return undefined;
    return { score: 1, because: 'prompt and completion as text' };
  },

  parse(value, note): Conversation | undefined {
    if (!Object.hasOwn(value, 'prompt') && !Object.hasOwn(value, 'completion')) return undefined;
    const prompt = readText(value, 'prompt', note);
    const completion = readText(value, 'completion', note);
    if (prompt === undefined && completion === undefined) return undefined;
    return {
      kind: 'conversation',
      messages: [
        ...(prompt === undefined ? [] : [fieldMessage('user', prompt, 'prompt')]),
        ...(completion === undefined ? [] : [fieldMessage('assistant', completion, 'completion')]),
      ],
      tools: [],
      choices: undefined,
      extra: extraOf(value, KNOWN),
    };
  },
};
