// One id on two calls of a conversation.

import { callsOf } from '../../model/example.ts';
import { pointerTo } from '../../model/pointer.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { MISTRAL_FINETUNE } from '../sources.ts';

export const idReuse = defineRecordRule({
  id: 'tools/id-reuse',
  title: 'Call id used twice',
  why: 'A result cannot be told to belong to one of them; some templates refuse it.',
  mend: 'Give every call an id of its own.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'safe',
  options: {},
  messages: { reused: 'The id {id} stands on more than one call.' },
  sources: [MISTRAL_FINETUNE],
  examples: {
    good: [
      {
        title: 'two ids',
        record: {
          messages: [
            { role: 'user', content: 'Time?' },
            {
              role: 'assistant',
              tool_calls: [{ id: 'a', type: 'function', function: { name: 'clock', arguments: '{}' } }],
            },
            { role: 'tool', tool_call_id: 'a', content: '12' },
            {
              role: 'assistant',
              tool_calls: [{ id: 'b', type: 'function', function: { name: 'clock', arguments: '{}' } }],
            },
            { role: 'tool', tool_call_id: 'b', content: '12' },
            { role: 'assistant', content: 'Noon.' },
          ],
          tools: [{ type: 'function', function: { name: 'clock' } }],
        },
      },
      {
        title: 'one call',
        record: {
          messages: [
            { role: 'user', content: 'Time?' },
            {
              role: 'assistant',
              tool_calls: [{ id: 'a', type: 'function', function: { name: 'clock', arguments: '{}' } }],
            },
            { role: 'tool', tool_call_id: 'a', content: '12' },
            { role: 'assistant', content: 'Noon.' },
          ],
          tools: [{ type: 'function', function: { name: 'clock' } }],
        },
      },
    ],
    bad: [
      {
        title: 'one after the other',
        record: {
          messages: [
            { role: 'user', content: 'Time?' },
            {
              role: 'assistant',
              tool_calls: [{ id: 'a', type: 'function', function: { name: 'clock', arguments: '{}' } }],
            },
            { role: 'tool', tool_call_id: 'a', content: '12' },
            {
              role: 'assistant',
              tool_calls: [{ id: 'a', type: 'function', function: { name: 'clock', arguments: '{}' } }],
            },
            { role: 'tool', tool_call_id: 'a', content: '12' },
            { role: 'assistant', content: 'Noon.' },
          ],
          tools: [{ type: 'function', function: { name: 'clock' } }],
        },
        finds: [{ message: 'reused', pointer: '/messages/3', data: { id: 'a' } }],
      },
      {
        title: 'in one turn',
        record: {
          messages: [
            { role: 'user', content: 'Time?' },
            {
              role: 'assistant',
              tool_calls: [
                { id: 'a', type: 'function', function: { name: 'clock', arguments: '{}' } },
                { id: 'a', type: 'function', function: { name: 'clock', arguments: '{}' } },
              ],
            },
            { role: 'tool', tool_call_id: 'a', content: '12' },
            { role: 'assistant', content: 'Noon.' },
          ],
          tools: [{ type: 'function', function: { name: 'clock' } }],
        },
        finds: [{ message: 'reused', pointer: '/messages/1', data: { id: 'a' } }],
      },
    ],
  },
  measured: { records: 55597, flagged: 6, inspected: 6, wrong: 0, on: '2026-11-24' },
  create: () => (view, report) => {
    let seen: Set<string> | undefined;
    for (const { message, role } of view.turns) {
      if (role !== 'assistant' || typeof message.content === 'string') continue;
      for (const { id } of callsOf(message)) {
        if (id === undefined || id === '') continue;
        seen ??= new Set();
        if (seen.has(id)) report({ message: 'reused', pointer: pointerTo(message), data: { id } });
        seen.add(id);
      }
    }
  },
});
