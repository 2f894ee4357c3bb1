// Two columns that ms-swift takes for the same one, and then reads neither.

import type { JsonObject } from '../../model/json.ts';
import { defineRecordRule } from '../../model/rule.ts';

/** Names without regard to case; the messages' own shapes are looked for before these. */
const ALIASES = [
  { side: 'question', names: ['query', 'prompt', 'input', 'instruction', 'question', 'problem'] },
  {
    side: 'answer',
    names: [
      'response',
      'answer',
      'output',
      'targets',
      'target',
      'answer_key',
      'answers',
      'solution',
      'text',
      'completion',
      'content',
    ],
  },
  { side: 'system prompt', names: ['system', 'system_prompt'] },
] as const;
const DIALOGUES = ['messages', 'conversations', 'conversation'];

export const twoNames = defineRecordRule({
  id: 'target/ms-swift-two-names',
  title: 'Two columns for one thing',
  why: 'ms-swift renames query, prompt, question and others to one name, and answer, solution, output and others to another; where two columns would get the same name it renames neither, and the record is left without a question or an answer.',
  mend: 'Remove one of the two columns, or rename it to something else.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { two: 'Both {first} and {second} are names for the {side}; ms-swift reads neither.' },
  sources: [
    {
      title: 'ms-swift, swift/dataset/preprocessor/core.py at 3602360',
      url: 'https://github.com/modelscope/ms-swift',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      {
        title: 'one name for each',
        target: 'ms-swift-sft',
        record: { question: 'What is 1 and 2?', answer: '3' },
      },
      {
        title: 'an instruction with its input',
        target: 'ms-swift-sft',
        record: { instruction: 'Add.', input: '1 and 2', output: '3' },
      },
    ],
    bad: [
      {
        title: 'an answer and a solution',
        target: 'ms-swift-sft',
        record: { question: 'What is 1 and 2?', answer: '3', solution: '1 + 2 = 3' },
        finds: [
          {
            message: 'two',
            pointer: '/solution',
            data: { first: 'answer', second: 'solution', side: 'answer' },
          },
        ],
      },
      {
        title: 'two questions',
        target: 'ms-swift-sft',
        record: { prompt: 'What is 1 and 2?', question: 'Sum?', completion: '3' },
        finds: [
          {
            message: 'two',
            pointer: '/question',
            data: { first: 'prompt', second: 'question', side: 'question' },
          },
        ],
      },
    ],
  },
  create:
    () =>
    ({ value }, report) => {
      const columns = new Map(Object.keys(value).map((key) => [key.toLowerCase(), key]));
      if (DIALOGUES.some((name) => columns.has(name))) return;
      const isAlpaca = columns.has('instruction') && columns.has('input');
      for (const { side, names } of ALIASES) {
        if (isAlpaca && side === 'question') continue;
        const [first, second] = names.flatMap((name) => columns.get(name) ?? []);
        if (first === undefined || second === undefined) continue;
        report({ message: 'two', pointer: pointerOf(second), data: { first, second, side } });
      }
    },
});

const pointerOf = (key: keyof JsonObject): string => `/${key}`;
