// A set of instructions in which no record has an input.

import { comparePositions, type Position } from '../../model/position.ts';
import { defineDatasetRule } from '../../model/rule.ts';

const plain = { instruction: 'Add 1 and 2.', output: '3' };

interface State {
  first: Position | undefined;
  some: boolean;
}

export const noInput = defineDatasetRule({
  id: 'target/llama-factory-no-input',
  title: 'No column named input',
  why: 'Without columns in dataset_info.json, LLaMA-Factory reads instruction, input and output of every record, and ends the run where no record has an input.',
  mend: 'Write "input": "" (tuneset convert does), or name the columns in dataset_info.json.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { none: 'No record of the set has an input.' },
  sources: [
    {
      title: 'LLaMA-Factory, data/parser.py and data/converter.py at ff6d4d1',
      url: 'https://github.com/hiyouga/LLaMA-Factory',
      read: '2026-11-25',
    },
  ],
  examples: {
    good: [
      {
        title: 'an empty input',
        target: 'llama-factory-alpaca',
        records: [{ ...plain, input: '' }],
      },
      {
        title: 'an input on one record is a column for all',
        target: 'llama-factory-alpaca',
        records: [plain, { ...plain, input: 'Quickly.' }],
      },
    ],
    bad: [
      {
        title: 'one record',
        target: 'llama-factory-alpaca',
        records: [plain],
        finds: [{ message: 'none', pointer: '', index: 0 }],
      },
      {
        title: 'two records',
        target: 'llama-factory-alpaca',
        records: [plain, { instruction: 'Add 2 and 2.', output: '4' }],
        finds: [{ message: 'none', pointer: '', index: 0 }],
      },
    ],
  },
  create: () => ({
    empty: (): State => ({ first: undefined, some: false }),
    add(state: State, { value, at }) {
      if (!Object.hasOwn(value, 'instruction')) return;
      if (Object.hasOwn(value, 'input')) state.some = true;
      if (state.first === undefined || comparePositions(at, state.first) < 0) state.first = at;
    },
    merge(into: State, { first, some }: State) {
      into.some ||= some;
      if (first !== undefined && (into.first === undefined || comparePositions(first, into.first) < 0))
        into.first = first;
    },
    finish({ first, some }: State, report) {
      if (first !== undefined && !some) report({ message: 'none', pointer: '' }, first);
    },
  }),
});
