// A record with chosen and rejected answers, in a set that is not ranked.

import { defineRecordRule } from '../../model/rule.ts';

const human = { from: 'human', value: 'How much is 2 and 2?' };
const gpt = (value: string) => ({ from: 'gpt', value });

export const unranked = defineRecordRule({
  id: 'target/llama-factory-unranked',
  title: 'Pair in a supervised set',
  why: 'Without ranking, LLaMA-Factory reads the turns alone; they end with a question, and the record is left out with a line in the log.',
  mend: 'Train it as llama-factory-dpo, or convert the set: the chosen answer becomes the last turn.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { pair: 'The record has chosen and rejected answers, which are not read.' },
  sources: [
    {
      title: 'LLaMA-Factory, data/converter.py at ff6d4d1',
      url: 'https://github.com/hiyouga/LLaMA-Factory',
      read: '2026-11-25',
    },
  ],
  examples: {
    good: [
      {
        title: 'a conversation',
        target: 'llama-factory-sharegpt',
        record: { conversations: [human, gpt('4')] },
      },
      {
        title: 'two rounds',
        target: 'llama-factory-sharegpt',
        record: { conversations: [human, gpt('4'), human, gpt('Still 4.')] },
      },
    ],
    bad: [
      {
        title: 'a pair',
        target: 'llama-factory-sharegpt',
        record: { conversations: [human], chosen: gpt('4'), rejected: gpt('5') },
        finds: [{ message: 'pair', pointer: '/chosen' }],
      },
      {
        title: 'a pair after a round',
        target: 'llama-factory-sharegpt',
        record: { conversations: [human, gpt('4'), human], chosen: gpt('4'), rejected: gpt('5') },
        finds: [{ message: 'pair', pointer: '/chosen' }],
      },
    ],
  },
  create:
    () =>
    ({ example }, report) => {
      if (example.kind === 'preference') report({ message: 'pair', pointer: '/chosen' });
    },
});
