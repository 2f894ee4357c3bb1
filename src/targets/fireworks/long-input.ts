// A preference record whose input holds a dialogue: Fireworks compares the answers of one turn.

import { defineRecordRule } from '../../model/rule.ts';
import { DPO, METHOD } from './service.ts';

const system = { role: 'system', content: 'Be brief.' };
const user = { role: 'user', content: 'How much is 2 and 2?' };
const says = (content: string) => ({ role: 'assistant', content });
const record = (...messages: readonly object[]) => ({
  input: { messages: messages.map((message) => ({ ...message })) },
  preferred_output: [says('It is 4.')],
  non_preferred_output: [says('It is 5.')],
});

export const longInput = defineRecordRule({
  id: 'target/fireworks-long-input',
  title: 'Dialogue in a preference record',
  why: 'Fireworks documents preference data of one turn only; the validator in its cookbook refuses more than one question beside the system prompt.',
  mend: 'Keep the last question, or fold the earlier turns into it.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { long: 'The input has {count#turn} of the user; one is documented.' },
  sources: [DPO, METHOD],
  examples: {
    good: [
      { title: 'a question', target: 'fireworks-dpo', record: record(user) },
      { title: 'a question after a system prompt', target: 'fireworks-dpo', record: record(system, user) },
    ],
    bad: [
      {
        title: 'two questions',
        target: 'fireworks-dpo',
        record: record(user, says('4'), user),
        finds: [{ message: 'long', pointer: '/input/messages', data: { count: 2 } }],
      },
      {
        title: 'three questions',
        target: 'fireworks-dpo',
        record: record(user, says('4'), user, says('4'), user),
        finds: [{ message: 'long', pointer: '/input/messages', data: { count: 3 } }],
      },
    ],
  },
  create: () => (view, report) => {
    if (view.example.kind !== 'preference') return;
    let count = 0;
    for (const { role } of view.example.prompt) if (role === 'user') count += 1;
    if (count > 1) report({ message: 'long', pointer: '/input/messages', data: { count } });
  },
});
