// Turns that LLaMA-Factory reads by place: the user or a result, then the assistant or a call, and so on.

import type { Example, Message } from '../../model/example.ts';
import { pointerTo } from '../../model/pointer.ts';
import { defineRecordRule } from '../../model/rule.ts';

const human = { from: 'human', value: 'Weather in Bonn?' };
const gpt = { from: 'gpt', value: 'It is sunny.' };
const call = { from: 'function_call', value: '{"name":"weather","arguments":{"city":"Bonn"}}' };
const result = { from: 'observation', value: 'Sunny' };

export const turnOrder = defineRecordRule({
  id: 'target/llama-factory-turn-order',
  title: 'Turns in an order that LLaMA-Factory leaves out',
  why: 'After a system turn, LLaMA-Factory wants the user or a result, then the assistant or a call, by turns, up to an answer: a record in another order is left out with a line in the log.',
  mend: 'Join turns of one side, several calls or several results into one, and cut what follows the last answer.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  knockOnOf: ['roles/no-assistant', 'roles/unknown-role', 'structure/missing-field', 'structure/wrong-type'],
  options: {},
  messages: {
    order: 'Turn {number} is by the {role}; LLaMA-Factory wants {wanted} there.',
    last: 'The last turn is by the {role}; LLaMA-Factory wants an answer or a call there.',
    answered:
      'The turns end with an answer before chosen and rejected; they have to end with the user or a result.',
  },
  sources: [
    {
      title: 'LLaMA-Factory, data/converter.py at ff6d4d1: SharegptDatasetConverter',
      url: 'https://github.com/hiyouga/LLaMA-Factory',
      read: '2026-11-25',
    },
  ],
  examples: {
    good: [
      {
        title: 'a call, its result and an answer',
        target: 'llama-factory-sharegpt',
        record: { conversations: [human, call, result, gpt] },
      },
      {
        title: 'a pair after a system turn',
        target: 'llama-factory-dpo',
        record: {
          conversations: [{ from: 'system', value: 'Be brief.' }, human],
          chosen: gpt,
          rejected: { from: 'gpt', value: 'No.' },
        },
      },
    ],
    bad: [
      {
        title: 'two results in a row',
        target: 'llama-factory-sharegpt',
        record: { conversations: [human, call, result, result, gpt] },
        finds: [
          {
            message: 'order',
            pointer: '/conversations/3',
            data: { number: 4, role: 'tool', wanted: 'the assistant' },
          },
        ],
      },
      {
        title: 'a question at the end',
        target: 'llama-factory-sharegpt',
        record: { conversations: [human, gpt, human] },
        finds: [{ message: 'last', pointer: '/conversations/2', data: { role: 'user' } }],
      },
      {
        title: 'an answer before the pair',
        target: 'llama-factory-dpo',
        record: { conversations: [human, gpt], chosen: gpt, rejected: { from: 'gpt', value: 'No.' } },
        finds: [{ message: 'answered', pointer: '/conversations/1' }],
      },
    ],
  },
  create:
    () =>
    ({ example }, report) => {
      const messages = messagesOf(example);
      const [first] = messages;
      if (first === undefined) return;
      const start = first.role === 'system' || first.role === 'developer' ? 1 : 0;
      // A system column stands beside the turns, and one in the list after it counts as the first turn of the list.
      for (let i = start; i < messages.length; i += 1) {
        const message = messages[i] as Message;
        if (isAsked(message) === ((i - start) % 2 === 0) && isTurn(message)) continue;
        const wanted = (i - start) % 2 === 0 ? 'the user or a result' : 'the assistant';
        const data = { number: i + 1, role: message.role, wanted };
        report({ message: 'order', pointer: pointerTo(message), data });
        return;
      }
      const last = messages.at(-1) as Message;
      const ranked = example.kind === 'preference';
      if (messages.length === start || isAsked(last) === ranked) return;
      if (ranked) report({ message: 'answered', pointer: pointerTo(last) });
      else report({ message: 'last', pointer: pointerTo(last), data: { role: last.role } });
    },
});

/** Only turns of a list: a record of fields is in order by itself. */
function messagesOf(example: Example): readonly Message[] {
  const all =
    example.kind === 'conversation' ? example.messages : example.kind === 'preference' ? example.prompt : [];
  return all.some(({ index }) => index >= 0) ? all : [];
}

const isTurn = ({ role }: Message): boolean => role !== 'system' && role !== 'developer';
const isAsked = ({ role }: Message): boolean => role === 'user' || role === 'tool';
