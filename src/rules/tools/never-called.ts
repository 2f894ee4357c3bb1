// A tool that many records declare and none calls.

import { callsOf } from '../../model/example.ts';
import { compareText } from '../../model/finding.ts';
import { integer } from '../../model/option.ts';
import { defineDatasetRule } from '../../model/rule.ts';
import {
  type CappedCounter,
  countKey,
  emptyCounter,
  mergeCounter,
  readCounter,
} from '../../tally/capped-counter.ts';
import { assistant, calling, many, result, tool, user } from '../sample.ts';
import { APIGEN } from '../sources.ts';

interface State {
  readonly declared: CappedCounter;
  readonly called: CappedCounter;
}

const weather = (n: number) => ({
  messages: [
    user(`Weather in city ${n}?`),
    calling(['weather', { city: `${n}` }, 'a']),
    result('a', 'Sunny'),
    assistant('It is sunny.'),
  ],
  tools: [tool('weather', { city: { type: 'string' } }), tool('clock')],
});
const clock = (n: number) => ({
  ...weather(n),
  messages: [user(`Time in ${n}?`), calling(['clock', {}, 'a'])],
});

export const neverCalled = defineDatasetRule({
  id: 'tools/never-called',
  title: 'Tool is never called',
  why: 'The model sees the tool over and over and learns that it is not for calling.',
  mend: 'Add records that call it, or declare it in fewer.',
  severity: 'info',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: { from: integer(20, 'Tools that fewer records declare are not judged.', 1) },
  messages: { never: '{count#record} declare the tool {tool}, and none calls it.' },
  sources: [APIGEN],
  examples: {
    good: [
      { title: 'both are called', records: [...many(25, weather), clock(1)] },
      { title: 'a small set', records: many(5, weather) },
      {
        title: 'a set in which nothing is called',
        records: many(25, (n) => ({ ...weather(n), messages: [user(`${n}?`), assistant(`${n}.`)] })),
      },
    ],
    bad: [
      {
        title: 'one of two',
        records: many(25, weather),
        finds: [{ message: 'never', pointer: '', data: { count: 25, tool: 'clock' } }],
      },
      {
        title: 'two of three',
        records: many(30, (n) => ({ ...weather(n), tools: [...weather(n).tools, tool('alarm')] })),
        finds: [
          { message: 'never', pointer: '', data: { count: 30, tool: 'alarm' } },
          { message: 'never', pointer: '', data: { count: 30, tool: 'clock' } },
        ],
      },
    ],
  },
  measured: { records: 55597, flagged: 1, inspected: 1, wrong: 0, on: '2026-11-25' },
  create: ({ options }) => ({
    empty: (): State => ({ declared: emptyCounter(), called: emptyCounter() }),
    add(state: State, { example, turns }) {
      if (example.tools.length === 0) return;
      for (const name of new Set(example.tools.map((declared) => declared.name)))
        countKey(state.declared, name);
      for (const { message } of turns) {
        if (typeof message.content === 'string') continue;
        for (const { name } of callsOf(message)) countKey(state.called, name);
      }
    },
    merge(into: State, from: State) {
      mergeCounter(into.declared, from.declared);
      mergeCounter(into.called, from.called);
    },
    finish({ declared, called }: State, report) {
      const calls = readCounter(called).counts;
      // A name that was not kept may have been called; where nothing is called, that is another matter.
      if (called.capped || calls.length === 0) return;
      const names = new Set(calls.map(([name]) => name));
      const idle = readCounter(declared).counts.filter(([name, n]) => n >= options.from && !names.has(name));
      for (const [name, count] of idle.sort(([a], [b]) => compareText(a, b))) {
        report({ message: 'never', pointer: '', data: { count, tool: name } });
      }
    },
  }),
});
