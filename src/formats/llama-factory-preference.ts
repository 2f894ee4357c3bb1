// LLaMA-Factory's v1 pairs: two whole dialogues that part at the answer.

import type { Answer, Preference } from '../model/example.ts';
import type { Format } from '../model/format.ts';
import { type JsonObject, member } from '../model/json.ts';
import { parseMessages } from './chat-codec.ts';
import { writeMessages } from './chat-writer.ts';
import { commonStart } from './common-start.ts';
import { LLAMA_FACTORY, LLAMA_FACTORY_STYLE, speaksValues } from './llama-factory-chat.ts';
import { extraOf, noteMissing, putBack } from './members.ts';
import { cannotBe, loseChoices } from './refusals.ts';
import { parseLooseTools } from './tool-codec.ts';
import { writeToolsText } from './tool-writer.ts';
import { pairOf } from './two-answers.ts';

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
      { messages: chosen.slice(shared), score: undefined, pointer: '/chosen_messages', extra: undefined },
    ];
    if (rejected !== undefined) {
      answers.push({
        messages: rejected.slice(shared),
        score: undefined,
        pointer: '/rejected_messages',
        extra: undefined,
      });
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

  serialize(example, lose) {
    if (example.kind !== 'preference') return cannotBe(example, 'a prompt with two answers');
    const pair = pairOf(example, lose);
    if (pair === undefined) return { refused: 'there is no second answer to prefer the first one to' };
    const [chosen, rejected] = pair.map(({ messages }) => messages);
    const prompt = writeMessages(example.prompt, lose, LLAMA_FACTORY_STYLE);
    const record: JsonObject = {
      chosen_messages: [...prompt, ...writeMessages(chosen ?? [], lose, LLAMA_FACTORY_STYLE)],
      rejected_messages: [...prompt, ...writeMessages(rejected ?? [], lose, LLAMA_FACTORY_STYLE)],
    };
    if (example.tools.length > 0) record.tools = writeToolsText(example.tools);
    loseChoices(example, lose);
    return { record: putBack(record, example.extra) };
  },
};
