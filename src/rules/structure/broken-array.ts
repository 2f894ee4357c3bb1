// A list of records whose commas or brackets are wrong.

import { defineShapeRule } from '../../model/rule.ts';

export const brokenArray = defineShapeRule({
  id: 'structure/broken-array',
  title: 'List is broken',
  why: 'A JSON parser refuses the whole file, though nearly all of its records are sound.',
  mend: 'Mend the comma or bracket at the place named, or write one record a line.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'safe',
  options: {},
  messages: { fault: 'In the list, {what}.' },
  sources: [],
  examples: {
    good: [
      {
        title: 'one object on a line',
        lines: '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello!"}]}\n',
      },
      {
        title: 'two of them',
        lines:
          '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello!"}]}\n{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hey!"}]}\n',
      },
    ],
    bad: [
      {
        title: 'a comma after the last record',
        lines: '[{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello!"}]},]\n',
        finds: [
          {
            message: 'fault',
            pointer: '',
            index: 1,
            data: { what: 'a comma stands before the closing bracket of the array' },
          },
        ],
      },
      {
        title: 'no comma between two records',
        lines:
          '[\n{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello!"}]}\n{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hey!"}]}\n]\n',
        finds: [{ message: 'fault', pointer: '', data: { what: 'a comma is missing between two elements' } }],
      },
    ],
  },
});
