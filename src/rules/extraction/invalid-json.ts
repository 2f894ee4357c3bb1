// An answer that has to be JSON and is not.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { jsonIn } from '../../text/json-in.ts';
import { pair } from '../sample.ts';

const SCHEMA = { type: 'object' };

export const invalidJson = defineRecordRule({
  id: 'extraction/invalid-json',
  title: 'Answer is not JSON',
  why: 'The model learns to give answers that no program can read.',
  mend: 'Write the answer as JSON and nothing else.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { broken: 'The answer is not JSON.' },
  sources: [],
  examples: {
    good: [
      { title: 'an object', record: pair('Where?', '{"city": "Bonn"}'), outputSchema: SCHEMA },
      {
        title: 'an object in a fence',
        record: pair('Where?', '```json\n{"city": "Bonn"}\n```'),
        outputSchema: SCHEMA,
      },
      { title: 'no schema was named', record: pair('Where?', 'In Bonn.'), goal: 'extraction' },
    ],
    bad: [
      {
        title: 'prose',
        record: pair('Where?', 'The city is Bonn.'),
        outputSchema: SCHEMA,
        finds: [{ message: 'broken', pointer: '/completion' }],
      },
      {
        title: 'an object that never ends',
        record: pair('Where?', '{"city": "Bonn"'),
        outputSchema: SCHEMA,
        finds: [{ message: 'broken', pointer: '/completion' }],
      },
    ],
  },
  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: ({ outputSchema }) => {
    return (view, report) => {
      if (outputSchema === undefined) return;
      for (const turn of view.turns) {
        if (!turn.learned || turn.text === '' || jsonIn(turn.text) !== undefined) continue;
        report({ message: 'broken', pointer: textPointer(turn.message) });
      }
    };
  },
});
