// A key that means something else in JavaScript.

import { defineRecordRule } from '../../model/rule.ts';
import { chat } from '../sample.ts';

const KEYS = ['__proto__', 'constructor', 'prototype'] as const;

export const dangerousKey = defineRecordRule({
  id: 'structure/dangerous-key',
  title: 'Key that can break programs',
  why: 'In some programs such a key changes the object itself instead of being data; others drop it.',
  mend: 'Name the key otherwise.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { key: 'The key {key} can break programs that read it.' },
  sources: [{ title: 'OWASP, prototype pollution' }],
  examples: {
    good: [
      { title: 'an ordinary key', record: { ...chat('Hi', 'Hello!'), id: 7 } },
      { title: 'in a text', record: chat('What is __proto__?', 'A property.') },
    ],
    bad: [
      {
        title: 'at the top',
        lines: '{"prompt":"Hi","completion":"Hello!","__proto__":{}}\n',
        finds: [{ message: 'key', pointer: '/__proto__', data: { key: '__proto__' } }],
      },
      {
        title: 'constructor',
        record: { ...chat('Hi', 'Hello!'), constructor: 'Ann' },
        finds: [{ message: 'key', pointer: '/constructor', data: { key: 'constructor' } }],
      },
    ],
  },
  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-24' },
  create: () => (view, report) => {
    for (const key of KEYS) {
      if (Object.hasOwn(view.value, key)) report({ message: 'key', pointer: `/${key}`, data: { key } });
    }
  },
});
