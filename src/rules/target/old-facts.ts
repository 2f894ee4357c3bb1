// What is known of the target was read long ago.

import { defineFigureRule } from '../../model/rule.ts';

/** Days. */
const OLD = 180;
const DAY = 86_400_000;

const record = {
  messages: [
    { role: 'user', content: 'Hi' },
    { role: 'assistant', content: 'Hello!' },
  ],
};

export const oldFacts = defineFigureRule({
  id: 'target/old-facts',
  title: 'Facts of the target are old',
  why: 'Services change their limits, prices and models within months: what was read half a year ago may be wrong by now.',
  mend: "Take a newer version of tuneset, or read the service's own pages before you upload.",
  severity: 'info',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { old: '{title}: its facts were read on {read}, {count#day} before {today}.' },
  sources: [],
  examples: {
    good: [
      { title: 'no target', record, today: '2030-01-01' },
      { title: 'half a year, to the day', record, target: 'openai-sft', today: '2027-05-21' },
    ],
    bad: [
      {
        title: 'a day more',
        record,
        target: 'openai-sft',
        today: '2027-05-22',
        finds: [{ message: 'old', pointer: '' }],
      },
      {
        title: 'years later',
        record,
        target: 'together-sft',
        today: '2030-01-01',
        finds: [
          {
            message: 'old',
            pointer: '',
            data: {
              title: 'Together supervised fine-tuning',
              read: '2026-11-22',
              today: '2030-01-01',
              count: 1136,
            },
          },
        ],
      },
    ],
  },
  create:
    ({ target, today }) =>
    (_, report) => {
      if (target === undefined) return;
      const { read } = target.status;
      const count = Math.round((Date.parse(today) - Date.parse(read)) / DAY);
      if (count > OLD)
        report({ message: 'old', pointer: '', data: { title: target.title, read, count, today } });
    },
});
