// Tools are there, and every record calls one.

import { partsOf } from '../../model/example.ts';
import { defineDatasetRule } from '../../model/rule.ts';
import { chat, many } from '../sample.ts';
import { APIGEN } from '../sources.ts';

const LEAST = 50;

export const alwaysCalled = defineDatasetRule({
  id: 'tools/always-called',
  title: 'No answer without a call',
  why: 'The model learns that having tools means calling one, whatever is asked.',
  mend: 'Add records that answer without a call, or ask back.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { always: '{count#record} declare tools, and every one of them calls one.' },
  sources: [APIGEN],
  examples: {
    good: [
      {
        title: 'some do not',
        records: many(60, (n) => ({
          ...(n % 3
            ? chat(`${n}?`, 'No.')
            : {
                messages: [
                  { role: 'user', content: `${n}?` },
                  {
                    role: 'assistant',
                    tool_calls: [{ id: 'a', type: 'function', function: { name: 'clock', arguments: '{}' } }],
                  },
                  { role: 'tool', tool_call_id: 'a', content: '12' },
                  { role: 'assistant', content: 'Noon.' },
                ],
              }),
          tools: [{ type: 'function', function: { name: 'clock' } }],
        })),
      },
      {
        title: 'a small set',
        records: many(5, (n) => ({
          messages: [
            { role: 'user', content: `${n}?` },
            {
              role: 'assistant',
              tool_calls: [{ id: 'a', type: 'function', function: { name: 'clock', arguments: '{}' } }],
            },
            { role: 'tool', tool_call_id: 'a', content: '12' },
            { role: 'assistant', content: 'Noon.' },
          ],
          tools: [{ type: 'function', function: { name: 'clock' } }],
        })),
      },
    ],
    bad: [
      {
        title: 'all of them',
        records: many(60, (n) => ({
          messages: [
            { role: 'user', content: `${n}?` },
            {
              role: 'assistant',
              tool_calls: [{ id: 'a', type: 'function', function: { name: 'clock', arguments: '{}' } }],
            },
            { role: 'tool', tool_call_id: 'a', content: '12' },
            { role: 'assistant', content: 'Noon.' },
          ],
          tools: [{ type: 'function', function: { name: 'clock' } }],
        })),
        finds: [{ message: 'always', pointer: '', data: { count: 60 } }],
      },
      {
        title: 'all that declare tools',
        records: many(120, (n) =>
          n % 2
            ? chat(`${n}?`, `${n}`)
            : {
                messages: [
                  { role: 'user', content: `${n}?` },
                  {
                    role: 'assistant',
                    tool_calls: [{ id: 'a', type: 'function', function: { name: 'clock', arguments: '{}' } }],
                  },
                  { role: 'tool', tool_call_id: 'a', content: '12' },
                  { role: 'assistant', content: 'Noon.' },
                ],
                tools: [{ type: 'function', function: { name: 'clock' } }],
              },
        ),
        finds: [{ message: 'always', pointer: '', data: { count: 60 } }],
      },
    ],
  },
  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-24' },
  create: () => ({
    empty: () => ({ declared: 0, called: 0 }),
    add(state, { example, turns }) {
      if (example.tools.length === 0) return;
      state.declared += 1;
      if (turns.some(({ message }) => partsOf(message).some(({ type }) => type === 'call')))
        state.called += 1;
    },
    merge(into, from) {
      into.declared += from.declared;
      into.called += from.called;
    },
    finish({ declared, called }, report) {
      if (declared >= LEAST && called === declared)
        report({ message: 'always', pointer: '', data: { count: declared } });
    },
  }),
});
