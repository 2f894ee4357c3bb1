// A preference record whose messages do not end with the question.

import { pointerTo } from '../../model/pointer.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { RULES } from './service.ts';

const user = { role: 'user', content: 'How much is 2 and 2?' };
const says = (content: string) => ({ role: 'assistant', content });
const record = (...messages: readonly object[]) => ({
  messages: messages.map((message) => ({ ...message })),
  chosen: says('It is 4.'),
  rejected: says('It is 5.'),
});

export const promptEnd = defineRecordRule({
  id: 'target/alibaba-prompt-end',
  title: 'Messages that do not end with the user',
  why: 'The chosen and the rejected answer follow the messages, which have to end with the question.',
  mend: 'Move the last answer into chosen or rejected, or remove it.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { last: 'The last message is by the {role}.' },
  sources: [RULES],
  examples: {
    good: [
      { title: 'a question', target: 'alibaba-dpo', record: record(user) },
      { title: 'a question after an answer', target: 'alibaba-dpo', record: record(user, says('4'), user) },
    ],
    bad: [
      {
        title: 'an answer last',
        target: 'alibaba-dpo',
        record: record(user, says('Well,')),
        finds: [{ message: 'last', pointer: '/messages/1', data: { role: 'assistant' } }],
      },
      {
        title: 'the system alone',
        target: 'alibaba-dpo',
        record: record({ role: 'system', content: 'Be brief.' }),
        finds: [{ message: 'last', pointer: '/messages/0', data: { role: 'system' } }],
      },
    ],
  },
  create: () => (view, report) => {
    if (view.example.kind !== 'preference') return;
    const last = view.example.prompt.at(-1);
    if (last === undefined || last.role === 'user') return;
    report({ message: 'last', pointer: pointerTo(last), data: { role: last.role } });
  },
});
