// Bytes that are no UTF-8.

import { defineShapeRule } from '../../model/rule.ts';

export const invalidUtf8 = defineShapeRule({
  id: 'structure/invalid-utf8',
  title: 'Not UTF-8',
  why: 'Providers refuse files in other encodings, and readers that guess put wrong letters into the training text.',
  mend: 'Save the file as UTF-8.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: {
    bytes: 'Byte {offset} of the record is not valid UTF-8.',
    utf16: 'The file is in {encoding}; it was read all the same.',
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
    bad: [],
  },
});
