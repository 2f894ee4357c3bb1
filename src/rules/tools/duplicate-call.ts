// The same call twice in a row, though the first one was answered.

import { partPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { assistant, calling, result, tool, user } from '../sample.ts';
import { APIGEN } from '../sources.ts';
import { callKey, type Exchange, exchangesOf, resultOf, resultText } from '../tool-exchanges.ts';

const tools = [tool('weather', { city: { type: 'string' } })];
const question = user('Weather in Bonn?');
const answer = assistant('It is sunny.');

export const duplicateCall = defineRecordRule({
  id: 'tools/duplicate-call',
  title: 'Same call twice in a row',
  why: 'The model learns to ask a tool again what it has just been told.',
  mend: 'Remove the second call and its result.',
  severity: 'info',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: {
    again: '{tool} is called again with the same arguments, and gives the same result.',
    twice: '{tool} is called twice in one turn with the same arguments.',
  },
  sources: [APIGEN],
  examples: {
    good: [
      {
        title: 'other arguments',
        record: {
          messages: [
            question,
            calling(['weather', { city: 'Bonn' }, 'a'], ['weather', { city: 'Ulm' }, 'b']),
            result('a', 'Sunny'),
            result('b', 'Sunny'),
            answer,
          ],
          tools,
        },
      },
      {
        title: 'another result: it was worth asking again',
        record: {
          messages: [
            question,
            calling(['weather', { city: 'Bonn' }, 'a']),
            result('a', 'Pending'),
            calling(['weather', { city: 'Bonn' }, 'b']),
            result('b', 'Sunny'),
            answer,
          ],
          tools,
        },
      },
    ],
    bad: [
      {
        title: 'one after the other',
        record: {
          messages: [
            question,
            calling(['weather', { city: 'Bonn' }, 'a']),
            result('a', 'Sunny'),
            calling(['weather', { city: 'Bonn' }, 'b']),
            result('b', 'Sunny'),
            answer,
          ],
          tools,
        },
        finds: [{ message: 'again', pointer: '/messages/3/tool_calls/0', data: { tool: 'weather' } }],
      },
      {
        title: 'in one turn',
        record: {
          messages: [
            question,
            calling(['weather', { city: 'Bonn' }, 'a'], ['weather', { city: 'Bonn' }, 'b']),
            result('a', 'Sunny'),
            result('b', 'Sunny'),
            answer,
          ],
          tools,
        },
        finds: [{ message: 'twice', pointer: '/messages/1/tool_calls/1', data: { tool: 'weather' } }],
      },
    ],
  },
  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: () => (view, report) => {
    let before: Exchange | undefined;
    for (const exchange of exchangesOf(view.turns)) {
      const { message, calls, results } = exchange;
      const isNext = before !== undefined && view.turns[before.next]?.message === message;
      for (const [place, call] of calls.entries()) {
        const data = { tool: call.name };
        const key = callKey(call);
        if (calls.findIndex((other) => callKey(other) === key) < place && resultsAgree(exchange)) {
          report({ message: 'twice', pointer: partPointer(message, call), data });
        } else if (
          isNext &&
          before !== undefined &&
          results.length > 0 &&
          wasAnswered(before, key, exchange, place)
        ) {
          report({ message: 'again', pointer: partPointer(message, call), data });
        }
      }
      before = exchange;
    }
  },
});

/** A die thrown twice is two calls. */
const resultsAgree = ({ results }: Exchange): boolean => new Set(results.map(resultText)).size <= 1;

function wasAnswered(before: Exchange, key: string, now: Exchange, place: number): boolean {
  const earlier = before.calls.findIndex((call) => callKey(call) === key);
  const first = earlier < 0 ? undefined : resultOf(before, earlier);
  const second = resultOf(now, place);
  return first !== undefined && second !== undefined && resultText(first) === resultText(second);
}
