// Reasoning in the answers for a model that has none, and none for a model that reasons.

import { partsOf } from '../../model/example.ts';
import { defineDatasetRule } from '../../model/rule.ts';
import { addPlace, emptyPlaces, mergePlaces, type Places, relatedPlaces } from '../../tally/places.ts';
import { REASONING } from './service.ts';

/** The families that Together trains with reasoning. */
const REASONS = /(?:qwen-?3(?!\d)|glm-(?:4\.[6-9]|5))/i;

const record = (n: number, more: object = {}) => ({
  messages: [
    { role: 'user', content: `How much is ${n} and 1?` },
    { role: 'assistant', content: `It makes ${n + 1} in all.`, ...more },
  ],
});
const reasoning = { reasoning: 'One more than before.' };

interface State {
  total: number;
  readonly reasoned: Places;
}

export const reasoningModel = defineDatasetRule({
  id: 'target/together-reasoning-model',
  title: 'Reasoning that does not fit the model',
  why: 'Together trains reasoning for Qwen3, Qwen3.5 and GLM 4.6 and later; such models lose theirs when they are trained without, and others cannot learn it from this field.',
  mend: 'Choose another model, or add or remove the reasoning.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: {
    foreign: '{count#record} with reasoning; {model} is not among the models that Together trains with it.',
    none: 'None of {total#record} has reasoning, though {model} reasons.',
  },
  sources: [REASONING],
  examples: {
    good: [
      {
        title: 'none for a model that has none',
        target: 'together-sft',
        model: 'gpt-oss-20b',
        records: [record(1), record(2)],
      },
      { title: 'no model named', target: 'together-sft', records: [record(1, reasoning), record(2)] },
    ],
    bad: [
      {
        title: 'reasoning for gpt-oss',
        target: 'together-sft',
        model: 'gpt-oss-20b',
        records: [record(1, reasoning), record(2)],
        finds: [{ message: 'foreign', pointer: '', data: { count: 1, model: 'gpt-oss-20b' } }],
      },
      {
        title: 'reasoning in both',
        target: 'together-sft',
        model: 'gpt-oss-20b',
        records: [record(1, reasoning), record(2, reasoning)],
        finds: [{ message: 'foreign', pointer: '', data: { count: 2, model: 'gpt-oss-20b' } }],
      },
    ],
  },
  create: ({ model }) => ({
    empty: (): State => ({ total: 0, reasoned: emptyPlaces() }),
    add(state: State, { turns, at }) {
      state.total += 1;
      if (turns.some(({ message }) => partsOf(message).some(({ type }) => type === 'reasoning'))) {
        addPlace(state.reasoned, at);
      }
    },
    merge(into: State, from: State) {
      into.total += from.total;
      mergePlaces(into.reasoned, from.reasoned);
    },
    finish({ total, reasoned }: State, report) {
      if (model === undefined || total === 0) return;
      const reasons = REASONS.test(model);
      const { count } = reasoned;
      if (reasons && count === 0) report({ message: 'none', pointer: '', data: { total, model } });
      else if (!reasons && count > 0) {
        const related = relatedPlaces(reasoned, 'with reasoning');
        report({ message: 'foreign', pointer: '', data: { count, model }, related });
      }
    },
  }),
});
