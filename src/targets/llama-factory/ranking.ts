// Chosen and rejected answers where LLaMA-Factory does not want them, or in another shape than it wants.

import { isObject, type JsonValue, member } from '../../model/json.ts';
import { defineRecordRule } from '../../model/rule.ts';

const human = { from: 'human', value: 'How much is 2 and 2?' };
const gpt = (value: string) => ({ from: 'gpt', value });
const ANSWERS = ['chosen', 'rejected'] as const;

export const ranking = defineRecordRule({
  id: 'target/llama-factory-ranking',
  title: 'Answers that LLaMA-Factory does not rank',
  why: 'A ranking set has chosen and rejected on every record: beside turns as one turn each, beside a prompt as texts. Records of another shape are left out with a line in the log.',
  mend: 'Let tuneset convert write the record.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: {
    none: 'There are no chosen and rejected answers to rank.',
    turn: '{field} is {found}; beside conversations it has to be one turn.',
    text: '{field} is {found}; without conversations it has to be text.',
  },
  sources: [
    {
      title: 'LLaMA-Factory, data/converter.py at ff6d4d1',
      url: 'https://github.com/hiyouga/LLaMA-Factory',
      read: '2026-11-25',
    },
  ],
  examples: {
    good: [
      {
        title: 'turns',
        target: 'llama-factory-dpo',
        record: { conversations: [human], chosen: gpt('4'), rejected: gpt('5') },
      },
      {
        title: 'texts',
        target: 'llama-factory-dpo',
        record: { prompt: 'How much is 2 and 2?', chosen: '4', rejected: '5' },
      },
    ],
    bad: [
      {
        title: 'no pair',
        target: 'llama-factory-dpo',
        record: { conversations: [human, gpt('4')] },
        finds: [{ message: 'none', pointer: '' }],
      },
      {
        title: 'texts beside turns',
        target: 'llama-factory-dpo',
        record: { conversations: [human], chosen: '4', rejected: '5' },
        finds: [
          { message: 'turn', pointer: '/chosen', data: { field: 'chosen', found: 'text' } },
          { message: 'turn', pointer: '/rejected', data: { field: 'rejected', found: 'text' } },
        ],
      },
      {
        title: 'lists beside a prompt',
        target: 'llama-factory-dpo',
        record: {
          prompt: 'How much is 2 and 2?',
          chosen: '4',
          rejected: [{ role: 'assistant', content: '5' }],
        },
        finds: [{ message: 'text', pointer: '/rejected', data: { field: 'rejected', found: 'a list' } }],
      },
    ],
  },
  create:
    () =>
    ({ value, example }, report) => {
      if (example.kind !== 'preference') {
        report({ message: 'none', pointer: '' });
        return;
      }
      const message = Object.hasOwn(value, 'conversations') ? 'turn' : 'text';
      for (const field of ANSWERS) {
        const answer = member(value, field);
        const right = message === 'turn' ? isObject(answer) : typeof answer === 'string';
        if (answer === undefined || right) continue;
        report({ message, pointer: `/${field}`, data: { field, found: foundWords(answer) } });
      }
    },
});

function foundWords(value: JsonValue): string {
  if (typeof value === 'string') return 'text';
  return Array.isArray(value) ? 'a list' : isObject(value) ? 'an object' : 'no text';
}
