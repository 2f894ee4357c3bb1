// The conversation does not begin with the user.

import { flag } from '../../model/option.ts';
import { pointerTo } from '../../model/pointer.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { CLAUDE_BEDROCK } from '../sources.ts';

export const firstNotUser = defineRecordRule({
  id: 'roles/first-not-user',
  title: 'Begins without the user',
  why: 'Many chat templates refuse it, and the model learns to speak before it is spoken to.',
  mend: 'Put the question first, or allow greetings where they are meant.',
  severity: 'warning',
  knockOnOf: ['roles/unknown-role', 'structure/missing-field', 'structure/wrong-type'],
  kinds: ['conversation'],
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: { greeting: flag(false, 'Let conversations begin with a greeting of the assistant.') },
  messages: { first: 'The first turn is by the {role}.' },
  sources: [CLAUDE_BEDROCK],
  examples: {
    good: [
      {
        title: 'the user first',
        record: {
          messages: [
            { role: 'user', content: 'Hi' },
            { role: 'assistant', content: 'Hello!' },
          ],
        },
      },
      {
        title: 'after a system prompt',
        record: {
          messages: [
            { role: 'system', content: 'Be kind.' },
            { role: 'user', content: 'Hi' },
            { role: 'assistant', content: 'Hello!' },
          ],
        },
      },
    ],
    bad: [
      {
        title: 'a greeting',
        record: {
          messages: [
            { role: 'assistant', content: 'Welcome!' },
            { role: 'user', content: 'Hi' },
            { role: 'assistant', content: 'Hello!' },
          ],
        },
        finds: [{ message: 'first', pointer: '/messages/0', data: { role: 'assistant' } }],
      },
      {
        title: 'after a system prompt',
        record: {
          messages: [
            { role: 'system', content: 'Tell a joke.' },
            { role: 'assistant', content: 'Knock, knock.' },
          ],
        },
        finds: [{ message: 'first', pointer: '/messages/1', data: { role: 'assistant' } }],
      },
    ],
  },
  measured: { records: 55597, flagged: 1, inspected: 1, wrong: 0, on: '2026-11-24' },
  create:
    ({ options }) =>
    (view, report) => {
      if (options.greeting) return;
      for (const { role, message } of view.turns) {
        if (role === 'system' || role === 'developer') continue;
        // A record of fields has no turns to be in order.
        if (role !== 'user' && message.index >= 0)
          report({ message: 'first', pointer: pointerTo(message), data: { role } });
        return;
      }
    },
});
