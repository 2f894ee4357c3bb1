// The same keys in another order.

import { defineFieldRule } from '../../model/rule.ts';
import { wilsonLow } from '../../tally/share.ts';
import { isJsonSet, placeName } from '../json-set.ts';
import { many, pair } from '../sample.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

const LEAST = 20;
const STRAYS = 0.02;
const SHOWN = 5;

export const keyOrderDrift = defineFieldRule({
  id: 'extraction/key-order-drift',
  title: 'Keys in several orders',
  why: 'A model writes one word after another: a fixed order is easier to learn, and lets a program read an answer that was cut off.',
  mend: 'Write the keys in the same order everywhere.',
  severity: 'info',
  stage: 'stable',
  since: '0.1.0',
  fix: 'safe',
  options: {},
  messages: {
    order: 'In {count} of {total#object} at {place} the keys stand in another order than {order}.',
  },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      {
        title: 'one order',
        records: many(60, (n) => pair(`${n}?`, JSON.stringify({ city: 'Bonn', days: n }))),
      },
      {
        title: 'one is left out',
        records: many(60, (n) =>
          pair(`${n}?`, JSON.stringify(n % 2 ? { a: n, b: n, c: n } : { a: n, c: n })),
        ),
      },
    ],
    bad: [
      {
        title: 'a third the other way round',
        records: many(60, (n) =>
          pair(`${n}?`, JSON.stringify(n % 3 ? { city: 'Bonn', days: n } : { days: n, city: 'Bonn' })),
        ),
        finds: [
          {
            message: 'order',
            pointer: '',
            data: { count: 20, total: 60, place: 'the answer', order: 'city, days' },
          },
        ],
      },
      {
        title: 'inside a list',
        records: many(60, (n) =>
          pair(`${n}?`, JSON.stringify({ at: [n % 5 ? { a: n, b: n } : { b: n, a: n }] })),
        ),
        finds: [
          { message: 'order', pointer: '', data: { count: 12, total: 60, place: '/at/*', order: 'a, b' } },
        ],
      },
    ],
  },
  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: (context) => (fields, report) => {
    if (!isJsonSet(fields, context)) return;
    for (const { path, orders } of fields.fields) {
      const [usual] = orders.list;
      if (usual === undefined || !orders.whole || orders.total < LEAST) continue;
      const order = usual.key.split('\n');
      const other = orders.list.filter(({ key }) => !follows(key.split('\n'), order));
      const count = other.reduce((sum, one) => sum + one.count, 0);
      if (wilsonLow(count, orders.total) <= STRAYS || count * 2 > orders.total) continue;
      const data = {
        count,
        total: orders.total,
        place: placeName(path),
        order: order.slice(0, SHOWN).join(', '),
      };
      const related = other.slice(0, SHOWN).map(({ first }) => ({ at: first, label: 'another order' }));
      report({ message: 'order', pointer: '', data, related });
    }
  },
});

/** Whether the keys that both have stand in the same order. */
function follows(keys: readonly string[], order: readonly string[]): boolean {
  const places = keys.map((key) => order.indexOf(key)).filter((place) => place >= 0);
  return places.every((place, i) => i === 0 || place > (places[i - 1] ?? -1));
}
