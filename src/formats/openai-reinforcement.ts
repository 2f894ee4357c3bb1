// Prompts to be answered and graded: `messages` that end before the answer, and whatever the grader reads beside them.

import type { Task } from '../model/example.ts';
import type { Format } from '../model/format.ts';
import { isObject, type JsonObject, member } from '../model/json.ts';
import { parseMessages } from './chat-codec.ts';
import { writeMessages } from './chat-writer.ts';
import { extraOf, isPresent, putBack } from './members.ts';
import { choicesOf, isChatContent, isMistral, writeRequest } from './openai-chat.ts';
import { cannotBe } from './refusals.ts';
import { parseTools } from './tool-codec.ts';
import { withToolIds } from './tool-ids.ts';

const KNOWN: ReadonlySet<string> = new Set(['messages', 'tools', 'parallel_tool_calls', 'tool_choice']);
/** Members that say it is another shape that also has `messages`. */
const FOREIGN: readonly string[] = [
  'chosen',
  'rejected',
  'rejected_messages',
  'rejected_response',
  'system',
  'schemaVersion',
  'contents',
  'completion',
];

export const openaiReinforcement: Format = {
  id: 'openai-reinforcement',
  title: 'Reinforcement: {messages up to the question, tools?, fields for the grader}',
  kinds: ['task'],
  keys: ['messages'],
  sources: [
    {
      title: 'OpenAI API description, FineTuneReinforcementRequestInput',
      url: 'https://github.com/openai/openai-openapi',
      read: '2026-11-22',
    },
    {
      title: 'Amazon Bedrock, preparing data for reinforcement fine-tuning',
      url: 'https://docs.aws.amazon.com/bedrock/latest/userguide/rft-prepare-data.html',
      read: '2026-11-22',
    },
  ],

  recognize(value) {
    const messages = member(value, 'messages');
    if (!Array.isArray(messages) || messages.length === 0) return undefined;
    if (FOREIGN.some((key) => isPresent(value, key)) || typeof value.label === 'boolean') return undefined;
    for (const message of messages) {
      if (!isObject(message) || typeof message.role !== 'string' || !isChatContent(message)) return undefined;
      if (isMistral(message) || Object.hasOwn(message, 'loss_weight')) return undefined;
    }
    const last = messages.at(-1);
    if (!isObject(last) || last.role !== 'user') return undefined;
    // Without a field to grade by, it is a conversation that lost its answer.
    if (!Object.keys(value).some((key) => !KNOWN.has(key))) return undefined;
    return { score: 0.9, because: 'messages that end with the user, and fields beside them' };
  },

  parse(value, note): Task | undefined {
    if (!Object.hasOwn(value, 'messages')) return undefined;
    const prompt = parseMessages(value.messages, '/messages', note);
    if (prompt === undefined) return undefined;
    const { tools, unread } = parseTools(value, note);
    return {
      kind: 'task',
      prompt,
      reference: extraOf(value, KNOWN) ?? {},
      tools,
      choices: choicesOf(value),
      extra: unread,
    };
  },

  serialize(example, lose) {
    if (example.kind !== 'task') return cannotBe(example, 'a prompt and what its answers are graded by');
    const record: JsonObject = { messages: writeMessages(withToolIds(example.prompt), lose) };
    writeRequest(record, example);
    return { record: putBack(putBack(record, example.reference), example.extra) };
  },
};
