// A prompt that already holds its answer, where the service does not refuse it.

import { pointerTo } from '../../model/pointer.ts';
import { defineRecordRule } from '../../model/rule.ts';

const RFT = {
  title: 'Amazon Bedrock, preparing data for reinforcement fine-tuning',
  url: 'https://docs.aws.amazon.com/bedrock/latest/userguide/rft-prepare-data.html',
  read: '2026-11-22',
};
const user = { role: 'user', content: 'How much is 2 and 2?' };
const answer = { role: 'assistant', content: 'It is 4.' };

export const promptEndsAnswered = defineRecordRule({
  id: 'target/bedrock-rft-answered',
  title: 'Prompt that ends with an answer',
  why: 'The model is to write the answer that is rewarded; behind one that stands there already it has nothing to say.',
  mend: 'Move the answer into reference_answer.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { answered: 'The last turn is by the assistant.' },
  sources: [RFT],
  examples: {
    good: [
      { title: 'a question', target: 'bedrock-rft', record: { messages: [user], reference_answer: '4' } },
      {
        title: 'a question after an answer',
        target: 'bedrock-rft',
        record: { messages: [user, answer, user], reference_answer: '4' },
      },
    ],
    bad: [
      {
        title: 'an answer last',
        target: 'bedrock-rft',
        record: { messages: [user, answer], reference_answer: '4' },
        finds: [{ message: 'answered', pointer: '/messages/1' }],
      },
      {
        title: 'a dialogue',
        target: 'bedrock-rft',
        record: { messages: [user, answer, user, answer], reference_answer: '4' },
        finds: [{ message: 'answered', pointer: '/messages/3' }],
      },
    ],
  },
  create: () => (view, report) => {
    const last = view.turns.at(-1);
    if (last?.role === 'assistant') report({ message: 'answered', pointer: pointerTo(last.message) });
  },
});
