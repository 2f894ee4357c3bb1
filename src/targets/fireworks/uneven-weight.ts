// A weight of the whole record on some lines and not on others.

import { defineDatasetRule } from '../../model/rule.ts';
import { addPlace, emptyPlaces, mergePlaces, type Places, relatedPlaces } from '../../tally/places.ts';
import { MODELS } from './service.ts';

const record = (n: number, more: object = {}) => ({
  messages: [
    { role: 'user', content: `How much is ${n} and 1?` },
    { role: 'assistant', content: `It makes ${n + 1} in all.` },
  ],
  ...more,
});

interface State {
  weighed: number;
  readonly unweighed: Places;
}

export const unevenWeight = defineDatasetRule({
  id: 'target/fireworks-uneven-weight',
  title: 'Weight on some records only',
  why: 'Fireworks wants the weight of a record on every line of the file or on none.',
  mend: 'Write 1 where there is no weight.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { uneven: '{weighed#record} with a weight, {count} without.' },
  sources: [MODELS],
  examples: {
    good: [
      {
        title: 'on all, below nought too',
        target: 'fireworks-sft',
        records: [record(1, { weight: 1 }), record(2, { weight: -0.5 })],
      },
      { title: 'on none', target: 'fireworks-sft', records: [record(1), record(2)] },
    ],
    bad: [
      {
        title: 'on one of two',
        target: 'fireworks-sft',
        records: [record(1, { weight: 2 }), record(2)],
        finds: [{ message: 'uneven', pointer: '', data: { weighed: 1, count: 1 } }],
      },
      {
        title: 'on one of three',
        target: 'fireworks-sft',
        records: [record(1, { weight: 2 }), record(2), record(3)],
        finds: [{ message: 'uneven', pointer: '', data: { weighed: 1, count: 2 } }],
      },
    ],
  },
  create: () => ({
    empty: (): State => ({ weighed: 0, unweighed: emptyPlaces() }),
    add(state: State, { value, at }) {
      if (Object.hasOwn(value, 'weight')) state.weighed += 1;
      else addPlace(state.unweighed, at);
    },
    merge(into: State, from: State) {
      into.weighed += from.weighed;
      mergePlaces(into.unweighed, from.unweighed);
    },
    finish({ weighed, unweighed }: State, report) {
      if (weighed === 0 || unweighed.count === 0) return;
      const related = relatedPlaces(unweighed, 'without a weight');
      report({ message: 'uneven', pointer: '', data: { weighed, count: unweighed.count }, related });
    },
  }),
});
