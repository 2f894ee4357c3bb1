// Answers of several labels that name the same ones in different orders.

import { defineFigureRule } from '../../model/rule.ts';
import { foldText } from '../../text/normal-forms.ts';
import { spelling } from '../label-spelling.ts';
import { many, pair } from '../sample.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

const BETWEEN = /\s*[,;|/\n]\s*|\s+and\s+|\s+&\s+/;

export const multiLabelOrder = defineFigureRule({
  id: 'labels/multi-label-order',
  title: 'Same labels in several orders',
  why: 'The order carries no meaning, and yet the model has to learn which one to write.',
  mend: 'Write the labels of a record in one order and with one separator.',
  severity: 'info',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { orders: '{label} ({count#record}) is also written {variant} ({few}).' },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      {
        title: 'one order',
        records: [
          ...many(4, (n) => pair(`a ${n}`, 'heat, rain')),
          pair('b', 'rain'),
          ...many(3, (n) => pair(`c ${n}`, 'heat, wind')),
        ],
        goal: 'classification',
      },
      { title: 'no labels', records: [pair('a', 'heat, rain'), pair('b', 'rain, heat')] },
    ],
    bad: [
      {
        title: 'two orders',
        records: [...many(4, (n) => pair(`a ${n}`, 'heat, rain')), pair('b', 'rain, heat')],
        goal: 'classification',
        finds: [
          {
            message: 'orders',
            pointer: '',
            data: { label: 'heat, rain', count: 4, variant: 'rain, heat', few: 1 },
          },
        ],
      },
      {
        title: 'two separators',
        records: [...many(4, (n) => pair(`a ${n}`, 'heat, rain')), pair('b', 'heat | rain')],
        goal: 'classification',
        finds: [
          {
            message: 'orders',
            pointer: '',
            data: { label: 'heat, rain', count: 4, variant: 'heat | rain', few: 1 },
          },
        ],
      },
    ],
  },
  measured: { records: 24216, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create:
    () =>
    ({ labels }, report) => {
      const first = new Map<string, { label: string; records: number }>();
      for (const { label, records } of labels) {
        const parts = foldText(label).split(BETWEEN);
        if (parts.length < 2) continue;
        const key = JSON.stringify(parts.sort());
        const other = first.get(key);
        if (other === undefined) first.set(key, { label, records });
        else if (spelling(label) !== spelling(other.label)) {
          const data = { label: other.label, count: other.records, variant: label, few: records };
          report({ message: 'orders', pointer: '', data });
        }
      }
    },
});
