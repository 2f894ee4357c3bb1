// Results of parallel calls in another order than the calls.

import { defineRecordRule } from '../../model/rule.ts';
import { assistant, calling, result, tool, user } from '../sample.ts';
import { MISTRAL_FINETUNE } from '../sources.ts';
import { exchangesOf } from '../tool-exchanges.ts';

const tools = [tool('weather', { city: { type: 'string' } })];
const question = user('Weather in Bonn and Ulm?');
const calls = calling(['weather', { city: 'Bonn' }, 'a'], ['weather', { city: 'Ulm' }, 'b']);
const answer = assistant('Sunny in Bonn, rain in Ulm.');

export const resultOrder = defineRecordRule({
  id: 'tools/result-order',
  title: 'Results in another order',
  why: 'Some chat templates print results without their ids; the model then reads one as the result of another call.',
  mend: 'Put the results in the order of their calls.',
  severity: 'info',
  stage: 'stable',
  since: '0.1.0',
  fix: 'safe',
  options: {},
  messages: { order: 'The result of {id} stands where that of {expected} belongs.' },
  sources: [MISTRAL_FINETUNE],
  examples: {
    good: [
      {
        title: 'the order of the calls',
        record: { messages: [question, calls, result('a', 'Sunny'), result('b', 'Rain'), answer], tools },
      },
      {
        title: 'one call after the other',
        record: {
          messages: [
            question,
            calling(['weather', { city: 'Ulm' }, 'b']),
            result('b', 'Rain'),
            calling(['weather', { city: 'Bonn' }, 'a']),
            result('a', 'Sunny'),
            answer,
          ],
          tools,
        },
      },
    ],
    bad: [
      {
        title: 'the other way round',
        record: { messages: [question, calls, result('b', 'Rain'), result('a', 'Sunny'), answer], tools },
        finds: [{ message: 'order', pointer: '/messages/2/content', data: { id: 'b', expected: 'a' } }],
      },
      {
        title: 'the last two of three',
        record: {
          messages: [
            question,
            calling(
              ['weather', {}, 'a'],
              ['weather', { city: 'Ulm' }, 'b'],
              ['weather', { city: 'Bonn' }, 'c'],
            ),
            result('a', 'Fog'),
            result('c', 'Sunny'),
            result('b', 'Rain'),
            answer,
          ],
          tools,
        },
        finds: [{ message: 'order', pointer: '/messages/3/content', data: { id: 'c', expected: 'b' } }],
      },
    ],
  },
  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: () => (view, report) => {
    for (const { calls: made, results } of exchangesOf(view.turns)) {
      if (made.length < 2 || results.length !== made.length) continue;
      const ids = new Set(results.map(({ id }) => id));
      if (ids.size !== made.length || !made.every(({ id }) => id !== undefined && ids.has(id))) continue;
      const place = results.findIndex(({ id }, i) => id !== made[i]?.id);
      const wrong = results[place];
      if (wrong === undefined) continue;
      const data = { id: wrong.id ?? '', expected: made[place]?.id ?? '' };
      report({ message: 'order', pointer: wrong.pointer, data });
    }
  },
});
