// LLaMA-Factory's v1 pairs: two whole dialogues that part at the answer.

import type { Answer, Preference } from '../model/example.ts';
import type { Format } from '../model/format.ts';
import { member } from '../model/json.ts';
import { parseMessages } from './chat-codec.ts';
import { commonStart } from './common-start.ts';
import { LLAMA_FACTORY, speaksValues } from './llama-factory-chat.ts';
import { extraOf, noteMissing } from './members.ts';
import { parseLooseTools } from './tool-codec.ts';

const KNOWN: ReadonlySet<string> = new Set(['chosen_messages', 'rejected_messages', 'tools']);

export const llamaFactoryPreference: Format = {
  id: 'llama-factory-preference',
  title: 'LLaMA-Factory v1 preference: {chosen_messages, rejected_messages}',
  kinds: ['preference'],
  keys: ['chosen_messages', 'rejected_messages'],
  sources: [
    {
      title: 'LLaMA-Factory, v1 data',
      url: 'https://github.com/hiyouga/LLaMA-Factory/tree/main/data',
      read: '2026-11-22',
    },
  ],

  recognize(value) {
    return speaksValues(member(value, 'chosen_messages')) && speaksValues(member(value, 'rejected_messages'))
      ? { score: 1, because: 'chosen_messages and rejected_messages' }
      : undefined;
  },

  parse(value, note): Preference | undefined {
    if (!Object.hasOwn(value, 'chosen_messages')) {
      if (Object.hasOwn(value, 'rejected_messages')) noteMissing(note, '', 'chosen_messages');
      return undefined;
    }
    const chosen = parseMessages(value.chosen_messages, '/chosen_messages', note, LLAMA_FACTORY);
    if (chosen === undefined) return undefined;
    const rejected = Object.hasOwn(value, 'rejected_messages')
      ? parseMessages(value.rejected_messages, '/rejected_messages', note, LLAMA_FACTORY)
      : noteMissing(note, '', 'rejected_messages');
    const shared = rejected === undefined ? 0 : commonStart(chosen, rejected);
    const answers: Answer[] = [
      { messages: chosen.slice(shared), score: undefined, pointer: '/chosen_messages' },
    ];
    if (rejected !== undefined) {
      answers.push({ messages: rejected.slice(shared), score: undefined, pointer: '/rejected_messages' });
    }
    const { tools, unread } = parseLooseTools(value, note);
    const extra = extraOf(value, KNOWN);
    return {
      kind: 'preference',
      prompt: chosen.slice(0, shared),
      answers,
      tools,
      choices: undefined,
      extra: unread === undefined ? extra : { ...extra, ...unread },
    };
  },
};
