// `system` in reinforcement records: OpenAI's schema of them knows `developer` only.

import { pointerTo } from '../../model/pointer.ts';
import { defineRecordRule } from '../../model/rule.ts';

const user = { role: 'user', content: 'How much is 2 and 2?' };
const record = (role: string) => ({ messages: [{ role, content: 'Be brief.' }, user], answer: '4' });

export const systemRole = defineRecordRule({
  id: 'target/openai-rft-system-role',
  title: 'System turn where developer is the word',
  why: 'The schema of reinforcement records knows developer, not system; whether the service takes it is not documented.',
  mend: 'Write developer.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { system: 'The turn is by the system; write developer.' },
  sources: [
    {
      title: 'OpenAI API description, FineTuneReinforcementRequestInput',
      url: 'https://github.com/openai/openai-openapi',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      { title: 'developer', target: 'openai-rft', record: record('developer') },
      { title: 'neither', target: 'openai-rft', record: { messages: [user], answer: '4' } },
    ],
    bad: [
      {
        title: 'system first',
        target: 'openai-rft',
        record: record('system'),
        finds: [{ message: 'system', pointer: '/messages/0' }],
      },
      {
        title: 'system later',
        target: 'openai-rft',
        record: { messages: [user, { role: 'system', content: 'Be brief.' }, user], answer: '4' },
        finds: [{ message: 'system', pointer: '/messages/1' }],
      },
    ],
  },
  create: () => (view, report) => {
    for (const { role, message } of view.turns) {
      if (role === 'system') report({ message: 'system', pointer: pointerTo(message) });
    }
  },
});
