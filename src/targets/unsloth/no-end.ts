// Plain texts without the mark that ends them, which Unsloth does not add.

import { member } from '../../model/json.ts';
import { comparePositions, type Position } from '../../model/position.ts';
import { defineDatasetRule } from '../../model/rule.ts';

const ENDS = [
  '</s>',
  '<|endoftext|>',
  '<|end_of_text|>',
  '<|eot_id|>',
  '<|im_end|>',
  '<|end|>',
  '<eos>',
  '<end_of_turn>',
];
const LONGEST = 40;

interface State {
  count: number;
  first: Position | undefined;
}

export const noEnd = defineDatasetRule({
  id: 'target/unsloth-no-end',
  title: 'Texts without an end mark',
  why: 'Unsloth adds no end-of-sequence token to the column text: a model trained so does not stop.',
  mend: "Add the tokenizer's EOS token to every text in the script that trains.",
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { end: '{count#text} end without an end-of-sequence token, which Unsloth does not add.' },
  sources: [
    {
      title: 'unsloth-zoo, unsloth_zoo/dataset_utils.py at ce232d6',
      url: 'https://github.com/unslothai/unsloth-zoo',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      { title: 'with its end', target: 'unsloth-chat', records: [{ text: 'The sun shines.</s>' }] },
      {
        title: 'a pair, whose completion gets one',
        target: 'unsloth-chat',
        records: [{ prompt: 'Hi', completion: 'Hello!' }],
      },
    ],
    bad: [
      {
        title: 'without',
        target: 'unsloth-chat',
        records: [{ text: 'The sun shines.' }],
        finds: [{ message: 'end', pointer: '', index: 0, data: { count: 1 } }],
      },
      {
        title: 'one of two',
        target: 'unsloth-chat',
        records: [{ text: 'The sun shines.</s>' }, { text: 'It rains.' }],
        finds: [{ message: 'end', pointer: '', index: 1, data: { count: 1 } }],
      },
    ],
  },
  create: () => ({
    empty: (): State => ({ count: 0, first: undefined }),
    add(state: State, { value, example, at }) {
      const text = example.kind === 'passage' ? member(value, 'text') : undefined;
      if (typeof text !== 'string') return;
      const tail = text.slice(-LONGEST).trimEnd();
      if (ENDS.some((end) => tail.endsWith(end))) return;
      state.count += 1;
      if (state.first === undefined || comparePositions(at, state.first) < 0) state.first = at;
    },
    merge(into: State, { count, first }: State) {
      into.count += count;
      if (first !== undefined && (into.first === undefined || comparePositions(first, into.first) < 0))
        into.first = first;
    },
    finish({ count, first }: State, report) {
      if (count > 0) report({ message: 'end', pointer: '', data: { count } }, first);
    },
  }),
});
