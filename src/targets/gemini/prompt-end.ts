// A preference record whose contents do not end with the question.

import { pointerTo } from '../../model/pointer.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { PREFERENCE } from './service.ts';

const turn = (role: string, text: string) => ({ role, parts: [{ text }] });
const completions = [
  { score: 1, completion: turn('model', 'It is 4.') },
  { score: 0, completion: turn('model', 'It is 5.') },
];

export const promptEnd = defineRecordRule({
  id: 'target/gemini-prompt-end',
  title: 'Contents that do not end with the user',
  why: 'The completions are what the model says next: Google wants a turn of the user before them.',
  mend: 'Move the last turn of the model into the completions, or remove it.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { last: 'The contents end with a turn of the {role}.' },
  sources: [PREFERENCE],
  examples: {
    good: [
      {
        title: 'a question',
        target: 'gemini-dpo',
        record: { contents: [turn('user', 'How much is 2 and 2?')], completions },
      },
      {
        title: 'a question after an answer',
        target: 'gemini-dpo',
        record: {
          contents: [turn('user', 'Hi'), turn('model', 'Hello!'), turn('user', 'How much is 2 and 2?')],
          completions,
        },
      },
    ],
    bad: [
      {
        title: 'an answer last',
        target: 'gemini-dpo',
        record: { contents: [turn('user', 'How much is 2 and 2?'), turn('model', 'Well,')], completions },
        finds: [{ message: 'last', pointer: '/contents/1', data: { role: 'model' } }],
      },
      {
        title: 'an answer alone',
        target: 'gemini-dpo',
        record: { contents: [turn('model', 'Well,')], completions },
        finds: [{ message: 'last', pointer: '/contents/0', data: { role: 'model' } }],
      },
    ],
  },
  create: () => (view, report) => {
    if (view.example.kind !== 'preference') return;
    const last = view.example.prompt.at(-1);
    if (last?.role !== 'assistant') return;
    report({ message: 'last', pointer: pointerTo(last), data: { role: 'model' } });
  },
});
