// A line that is no JSON: no reader can make a record of it.

import { defineShapeRule } from '../../model/rule.ts';

export const invalidJson = defineShapeRule({
  id: 'structure/invalid-json',
  title: 'Not JSON',
  why: 'Readers stop here or skip the line without a word, so the example is lost and the file may be refused.',
  mend: 'Mend the line at the place named; write records with a JSON library instead of by hand.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: {
    fault: 'Column {column}: {what}.',
    'fault-below': 'Line {line} of the record, column {column}: {what}.',
  },
  sources: [
    {
      title: 'Together, file check of its SDK',
      url: 'https://github.com/togethercomputer/together-python',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      {
        title: 'one object on a line',
        lines: '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello!"}]}\n',
      },
      {
        title: 'white space around it',
        lines: '  {"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello!"}]} \n',
      },
    ],
    bad: [
      {
        title: 'a trailing comma',
        lines:
          '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello!"}]}\n{"messages":[],}\n',
        finds: [
          {
            message: 'fault',
            pointer: '',
            index: 1,
            data: { what: 'a comma stands before the closing bracket', column: 15, offset: 14 },
          },
        ],
      },
      {
        title: 'Python instead of JSON',
        lines:
          '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello!"}]}\n{"messages": None}\n',
        finds: [{ message: 'fault', pointer: '', index: 1 }],
      },
      {
        title: 'over several lines',
        lines:
          '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello!"}]}\n{\n"messages": [,]\n}\n',
        finds: [{ message: 'fault-below', pointer: '', index: 1 }],
      },
    ],
  },
});
