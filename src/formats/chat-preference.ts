// Preferences as Alibaba and LLaMA-Factory write them beside messages: one message that was chosen, one that was rejected.

import type { Answer, Preference } from '../model/example.ts';
import type { Format, Lose } from '../model/format.ts';
import type { JsonObject } from '../model/json.ts';
import { writeMessages } from './chat-writer.ts';
import { putBack } from './members.ts';
import { isChatPreference, preference } from './preference.ts';
import { cannotBe, loseChoices } from './refusals.ts';
import { withToolIds } from './tool-ids.ts';
import { writeTools } from './tool-writer.ts';
import { pairOf } from './two-answers.ts';

export const chatPreference: Format = {
  id: 'chat-preference',
  title: 'Chat preference: {messages, chosen: {role, content}, rejected: {role, content}}',
  kinds: ['preference'],
  keys: ['messages', 'chosen', 'rejected'],
  sources: [
    {
      title: 'Alibaba Cloud Model Studio, rules for training data (2026-09-11)',
      url: 'https://www.alibabacloud.com/help/en/model-studio/text-generation-tuning-data-upload-rules',
      read: '2026-11-22',
    },
    {
      title: 'LLaMA-Factory, data',
      url: 'https://github.com/hiyouga/LLaMA-Factory/blob/main/data/README.md',
      read: '2026-11-22',
    },
  ],

  recognize(value) {
    return isChatPreference(value)
      ? { score: 1, because: 'messages, a chosen and a rejected message' }
      : undefined;
  },

  parse(value, note): Preference | undefined {
    return preference.parse(value, note) as Preference | undefined;
  },

  serialize(example, lose) {
    if (example.kind !== 'preference') return cannotBe(example, 'a prompt with two answers');
    const pair = pairOf(example, lose);
    if (pair === undefined) return { refused: 'there is no second answer to prefer the first one to' };
    const chosen = oneMessage(pair[0], lose);
    const rejected = oneMessage(pair[1], lose);
    if (chosen === undefined || rejected === undefined) {
      return { refused: 'an answer is not one message' };
    }
    const record: JsonObject = {
      messages: writeMessages(withToolIds(example.prompt), lose),
      chosen,
      rejected,
    };
    if (example.tools.length > 0) record.tools = writeTools(example.tools);
    loseChoices(example, lose);
    return { record: putBack(record, example.extra) };
  },
};

function oneMessage({ messages }: Answer, lose: Lose): JsonObject | undefined {
  const written = writeMessages(messages, lose);
  return written.length === 1 ? written[0] : undefined;
}
