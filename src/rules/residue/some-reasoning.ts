// Reasoning in tags in some answers and not in others.

import { defineDatasetRule } from '../../model/rule.ts';
import { addPlace, emptyPlaces, mergePlaces, type Places, relatedPlaces } from '../../tally/places.ts';
import { isMixed } from '../../tally/share.ts';
import { chat, many, pair } from '../sample.ts';
import { OPEN_INSTRUCT } from '../sources.ts';

interface State {
  total: number;
  readonly reasoned: Places;
}

const TAG = /<(?:think|thinking|reasoning|scratchpad)>/;

export const someReasoning = defineDatasetRule({
  id: 'residue/some-reasoning',
  title: 'Reasoning in some answers only',
  why: 'The model cannot know when to reason aloud and when not.',
  mend: 'Have all answers begin with reasoning, or none; or say in the prompt which are to.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { some: '{count#answer} of {total} hold reasoning in tags.' },
  sources: [OPEN_INSTRUCT],
  examples: {
    good: [
      { title: 'none', records: many(40, (n) => chat(`${n}+1?`, `${n + 1}`)) },
      { title: 'all', records: many(40, (n) => chat(`${n}+1?`, `<think>One more.</think>${n + 1}`)) },
    ],
    bad: [
      {
        title: 'half',
        records: many(80, (n) => chat(`${n}+1?`, n % 2 ? `${n + 1}` : `<think>One more.</think>${n + 1}`)),
        finds: [{ message: 'some', pointer: '', data: { count: 40, total: 80 } }],
      },
      {
        title: 'a quarter',
        records: many(80, (n) =>
          pair(`${n}+1?`, n % 4 ? `${n + 1}` : `<thinking>One more.</thinking>${n + 1}`),
        ),
        finds: [{ message: 'some', pointer: '', data: { count: 20, total: 80 } }],
      },
    ],
  },

  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-24' },
  create: ({ hint }) => {
    const words = hint(['<think>', '<thinking>', '<reasoning>', '<scratchpad>']);
    return {
      empty: (): State => ({ total: 0, reasoned: emptyPlaces() }),
      add(state: State, { turns, at }) {
        for (const turn of turns) {
          if (!turn.learned || turn.text === '') continue;
          state.total += 1;
          if (turn.has(words) && TAG.test(turn.text)) addPlace(state.reasoned, at);
        }
      },
      merge(into: State, from: State) {
        into.total += from.total;
        mergePlaces(into.reasoned, from.reasoned);
      },
      finish({ total, reasoned }: State, report) {
        if (!isMixed(reasoned.count, total)) return;
        const data = { count: reasoned.count, total };
        report({ message: 'some', pointer: '', data, related: relatedPlaces(reasoned, 'with reasoning') });
      },
    };
  },
});
