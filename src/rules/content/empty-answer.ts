// An answer with nothing in it teaches the model to stop at once.

import { partsOf, textPointer } from '../../model/example.ts';
import { resolvePointer } from '../../model/pointer.ts';
import { defineRecordRule } from '../../model/rule.ts';

export const emptyAnswer = defineRecordRule({
  id: 'content/empty-answer',
  title: 'Answer is empty',
  why: 'The model learns to end its turn without saying anything.',
  mend: 'Write the answer that should be learned, or remove the record.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'drop',
  options: {},
  messages: {
    empty: 'The answer is empty.',
    blank: 'The answer is only white space or invisible characters.',
  },
  sources: [
    {
      title: 'AlpacaDataCleaned, empty outputs',
      url: 'https://github.com/gururise/AlpacaDataCleaned',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      {
        title: 'a short answer',
        record: {
          messages: [
            { role: 'user', content: 'May I?' },
            { role: 'assistant', content: 'Yes' },
          ],
        },
      },
      {
        title: 'a turn that only calls a tool',
        record: {
          messages: [
            { role: 'user', content: 'Weather?' },
            {
              role: 'assistant',
              content: '',
              tool_calls: [{ id: '1', type: 'function', function: { name: 'weather', arguments: '{}' } }],
            },
          ],
          tools: [{ type: 'function', function: { name: 'weather' } }],
        },
      },
      {
        title: 'an empty turn that is not learned',
        record: {
          messages: [
            { role: 'user', content: 'Hi' },
            { role: 'assistant', content: '', weight: 0 },
            { role: 'user', content: 'Hello?' },
            { role: 'assistant', content: 'Hello!' },
          ],
        },
      },
    ],
    bad: [
      {
        title: 'an empty string',
        record: {
          messages: [
            { role: 'user', content: 'Hi' },
            { role: 'assistant', content: '' },
          ],
        },
        finds: [{ message: 'empty', pointer: '/messages/1/content' }],
      },
      {
        title: 'white space and a zero-width space',
        record: { instruction: 'Say hello.', output: ' \n\u200b' },
        finds: [{ message: 'blank', pointer: '/output' }],
      },
      {
        title: 'a list without parts',
        record: {
          messages: [
            { role: 'user', content: 'Hi' },
            { role: 'assistant', content: [] },
          ],
        },
        finds: [{ message: 'empty', pointer: '/messages/1/content' }],
      },
    ],
  },
  measured: { records: 98842, flagged: 31, inspected: 14, wrong: 0, on: '2026-11-25' },
  create: () => (view, report) => {
    for (const turn of view.turns) {
      // Folding costs; an ASCII letter, digit or mark at the beginning says no for nearly every answer.
      if (!turn.learned || startsVisibly(turn.text) || turn.folded !== '') continue;
      const { message } = turn;
      if (
        partsOf(message).some(({ type }) => type !== 'text' && type !== 'reasoning' && type !== 'refusal')
      ) {
        continue;
      }
      const pointer = textPointer(message);
      // Where there is no text or list at all, the format has said so.
      const written = resolvePointer(view.value, pointer);
      if (typeof written !== 'string' && !Array.isArray(written)) continue;
      report({ message: turn.text === '' ? 'empty' : 'blank', pointer });
    }
  },
});

const startsVisibly = (text: string): boolean => {
  const first = text.charCodeAt(0);
  return first > 32 && first < 127;
};
