// A whole number too large to be kept exactly.

import type { JsonValue } from '../../model/json.ts';
import { escapeStep } from '../../model/pointer.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { chat } from '../sample.ts';

export const numberPrecision = defineRecordRule({
  id: 'structure/number-precision',
  title: 'Number too large to be exact',
  why: 'JavaScript and other readers round it: an id becomes another id.',
  mend: 'Write it as text.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { large: 'The number {number} was rounded when it was read.' },
  sources: [
    { title: 'RFC 8259, numbers', url: 'https://www.rfc-editor.org/rfc/rfc8259', read: '2026-11-22' },
  ],
  examples: {
    good: [
      { title: 'as text', record: { ...chat('Hi', 'Hello!'), id: '12345678901234567890' } },
      { title: 'a large one that is exact', record: { ...chat('Hi', 'Hello!'), id: 9007199254740991 } },
    ],
    bad: [
      {
        title: 'beside the messages',
        lines: '{"prompt":"Hi","completion":"Hello!","id":12345678901234567890}\n',
        finds: [{ message: 'large', pointer: '/id', data: { number: '12345678901234567000' } }],
      },
      {
        title: 'inside an object',
        lines: '{"prompt":"Hi","completion":"Hello!","meta":{"id":[9007199254740993]}}\n',
        finds: [{ message: 'large', pointer: '/meta/id/0', data: { number: '9007199254740992' } }],
      },
    ],
  },
  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-24' },
  create: () => (view, report) => {
    const { extra } = view.example;
    if (extra === undefined) return;
    for (const key of Object.keys(extra)) {
      const found = largeIn(extra[key], `/${escapeStep(key)}`);
      if (found !== undefined) report({ message: 'large', ...found });
    }
  },
});

function largeIn(
  value: JsonValue | undefined,
  pointer: string,
): { pointer: string; data: { number: string } } | undefined {
  if (typeof value === 'number') {
    if (!Number.isInteger(value) || Number.isSafeInteger(value) || Math.abs(value) > 1e21) return undefined;
    return { pointer, data: { number: String(value) } };
  }
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [step, inner] of Object.entries(value)) {
    const found = largeIn(inner, `${pointer}/${escapeStep(step)}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
