// Fewer usable examples than the goal needs.

import { defineFigureRule } from '../../model/rule.ts';

const pairs = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    prompt: `What is ${n} and ${n}?`,
    completion: `${2 * n}`,
  }));

export const belowGoal = defineFigureRule({
  id: 'size/below-goal',
  title: 'Too few examples for the goal',
  why: 'Below this size the model rarely learns what the set is for.',
  mend: 'Add examples, different from those that are there.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  needsAll: true,
  options: {},
  messages: { few: '{count#effective record}; {goal} takes at least {low}.' },
  sources: [
    {
      title: 'OpenAI, fine-tuning best practices',
      url: 'https://developers.openai.com/api/docs/guides/fine-tuning-best-practices',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      { title: 'fifty for a style', records: pairs(50), goal: 'style' },
      { title: 'no goal', records: pairs(2) },
    ],
    bad: [
      {
        title: 'three for a style',
        records: pairs(3),
        goal: 'style',
        finds: [{ message: 'few', pointer: '', data: { count: 3, goal: 'style', low: 50 } }],
      },
      {
        title: 'fifty for extraction',
        records: pairs(50),
        goal: 'extraction',
        finds: [{ message: 'few', pointer: '', data: { count: 50, goal: 'extraction', low: 1000 } }],
      },
    ],
  },
  measured: { records: 29471, flagged: 5, inspected: 5, wrong: 0, on: '2026-11-25' },
  create:
    ({ goal }) =>
    ({ goals, records }, report) => {
      const figure = goals.find(({ id }) => id === goal);
      if (figure?.verdict !== 'too-few') return;
      const data = { count: records.effective, goal: figure.id, low: figure.low };
      report({ message: 'few', pointer: '', data });
    },
});
