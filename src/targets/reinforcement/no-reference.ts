// A prompt without the answer that Bedrock's reward functions are documented to read.

import { defineRecordRule } from '../../model/rule.ts';

const RFT = {
  title: 'Amazon Bedrock, preparing data for reinforcement fine-tuning',
  url: 'https://docs.aws.amazon.com/bedrock/latest/userguide/rft-prepare-data.html',
  read: '2026-11-22',
};
const messages = [{ role: 'user', content: 'How much is 2 and 2?' }];

export const noReference = defineRecordRule({
  id: 'target/bedrock-no-reference',
  title: 'No reference answer',
  why: 'The reward function gets reference_answer to compare with; without it every answer may get the same reward, and nothing is learned.',
  mend: 'Write the right answer into reference_answer.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { missing: 'The record has no reference_answer.' },
  sources: [RFT],
  examples: {
    good: [
      { title: 'a text', target: 'bedrock-rft', record: { messages, reference_answer: '4' } },
      { title: 'an object', target: 'bedrock-rft', record: { messages, reference_answer: { sum: 4 } } },
    ],
    bad: [
      {
        title: 'another name',
        target: 'bedrock-rft',
        record: { messages, answer: '4' },
        finds: [{ message: 'missing', pointer: '' }],
      },
      {
        title: 'nothing beside the messages',
        target: 'bedrock-rft',
        record: { messages },
        finds: [{ message: 'missing', pointer: '' }],
      },
    ],
  },
  create:
    () =>
    ({ value }, report) => {
      if (!Object.hasOwn(value, 'reference_answer')) report({ message: 'missing', pointer: '' });
    },
});
