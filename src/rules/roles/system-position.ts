// A system turn that is not the first, or not the only one.

import { pointerTo } from '../../model/pointer.ts';
import { defineRecordRule } from '../../model/rule.ts';

export const systemPosition = defineRecordRule({
  id: 'roles/system-position',
  title: 'System turn out of place',
  why: 'Many chat templates refuse it or drop it; Fireworks wants it first.',
  mend: 'Move it to the front, or join the two.',
  severity: 'warning',
  knockOnOf: ['roles/unknown-role', 'structure/missing-field', 'structure/wrong-type'],
  kinds: ['conversation'],
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: {
    late: 'A {role} turn stands after other turns.',
    second: 'There is more than one {role} turn.',
  },
  sources: [
    {
      title: 'Fireworks, fine-tuning models',
      url: 'https://docs.fireworks.ai/fine-tuning/fine-tuning-models',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      {
        title: 'in front',
        record: {
          messages: [
            { role: 'system', content: 'Be kind.' },
            { role: 'user', content: 'Hi' },
            { role: 'assistant', content: 'Hello!' },
          ],
        },
      },
      {
        title: 'none',
        record: {
          messages: [
            { role: 'user', content: 'Hi' },
            { role: 'assistant', content: 'Hello!' },
          ],
        },
      },
    ],
    bad: [
      {
        title: 'later',
        record: {
          messages: [
            { role: 'user', content: 'Hi' },
            { role: 'system', content: 'Be kind.' },
            { role: 'assistant', content: 'Hello!' },
          ],
        },
        finds: [{ message: 'late', pointer: '/messages/1', data: { role: 'system' } }],
      },
      {
        title: 'two of them',
        record: {
          messages: [
            { role: 'system', content: 'Be kind.' },
            { role: 'system', content: 'Be brief.' },
            { role: 'user', content: 'Hi' },
            { role: 'assistant', content: 'Hello!' },
          ],
        },
        finds: [{ message: 'second', pointer: '/messages/1', data: { role: 'system' } }],
      },
    ],
  },
  measured: { records: 55597, flagged: 2, inspected: 2, wrong: 0, on: '2026-11-24' },
  create: () => (view, report) => {
    let earlier: string | undefined;
    let others = false;
    for (const { role, message } of view.turns) {
      if (role !== 'system' && role !== 'developer') {
        others = true;
        continue;
      }
      const fault = others ? 'late' : earlier === role ? 'second' : undefined;
      if (fault !== undefined && message.index >= 0) {
        report({ message: fault, pointer: pointerTo(message), data: { role } });
        return;
      }
      earlier = role;
    }
  },
});
