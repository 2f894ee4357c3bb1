// Two completions of the same score: neither is the preferred one.

import { isObject, member } from '../../model/json.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { PREFERENCE } from './service.ts';

const turn = (role: string, text: string) => ({ role, parts: [{ text }] });
const record = (first: number, second: number) => ({
  contents: [turn('user', 'How much is 2 and 2?')],
  completions: [
    { score: first, completion: turn('model', 'It is 4.') },
    { score: second, completion: turn('model', 'It is 5.') },
  ],
});

export const equalScores = defineRecordRule({
  id: 'target/gemini-equal-scores',
  title: 'Two completions of the same score',
  why: 'Google wants one completion with the score 1 and one with the score 0.',
  mend: 'Say which of the two is the better one.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { equal: 'Both completions have the score {score}.' },
  sources: [PREFERENCE],
  examples: {
    good: [
      { title: 'one and nought', target: 'gemini-dpo', record: record(1, 0) },
      { title: 'nought and one', target: 'gemini-dpo', record: record(0, 1) },
    ],
    bad: [
      {
        title: 'one and one',
        target: 'gemini-dpo',
        record: record(1, 1),
        finds: [{ message: 'equal', pointer: '/completions/1/score', data: { score: 1 } }],
      },
      {
        title: 'nought and nought',
        target: 'gemini-dpo',
        record: record(0, 0),
        finds: [{ message: 'equal', pointer: '/completions/1/score', data: { score: 0 } }],
      },
    ],
  },
  create:
    () =>
    ({ value }, report) => {
      const completions = member(value, 'completions');
      if (!Array.isArray(completions) || completions.length !== 2) return;
      const [first, second] = completions.map((item) => (isObject(item) ? item.score : undefined));
      if (typeof first !== 'number' || first !== second) return;
      report({ message: 'equal', pointer: '/completions/1/score', data: { score: first } });
    },
});
