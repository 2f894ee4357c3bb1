// An object that is not a record of the source’s format.

import { defineShapeRule } from '../../model/rule.ts';

export const unknownFormat = defineShapeRule({
  id: 'structure/unknown-format',
  title: 'Record of another shape',
  why: 'A trainer cannot find the prompt and the answer in it.',
  mend: 'Give it the fields of its format, or move it to a file of its own.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { keys: 'Its keys ({keys}) are not those of {format}.' },
  sources: [],
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
        title: 'other fields',
        lines:
          '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello!"}]}\n{"question":"Hi","reply":"Hello!"}\n',
        finds: [
          {
            message: 'keys',
            pointer: '',
            index: 1,
            data: { keys: 'question, reply', format: 'openai-chat' },
          },
        ],
      },
      {
        title: 'no fields',
        lines: '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello!"}]}\n{}\n',
        finds: [{ message: 'keys', pointer: '', index: 1, data: { keys: 'none', format: 'openai-chat' } }],
      },
    ],
  },
});
