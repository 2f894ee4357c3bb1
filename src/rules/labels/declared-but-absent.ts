// A declared label that no record has.

import { defineFigureRule } from '../../model/rule.ts';
import { pair } from '../sample.ts';

export const declaredButAbsent = defineFigureRule({
  id: 'labels/declared-but-absent',
  title: 'Declared label without examples',
  why: 'The model never sees the class, and will never choose it.',
  mend: 'Add examples of it, or declare fewer labels.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  needsAll: true,
  options: {},
  messages: { absent: 'No record has the label {label}.' },
  sources: [],
  examples: {
    good: [
      {
        title: 'all there',
        records: [pair('Good.', 'positive'), pair('Bad.', 'negative')],
        goal: 'classification',
        labels: ['positive', 'negative'],
      },
      { title: 'nothing is declared', record: pair('Good.', 'positive'), goal: 'classification' },
    ],
    bad: [
      {
        title: 'one is missing',
        records: [pair('Good.', 'positive'), pair('Bad.', 'negative')],
        goal: 'classification',
        labels: ['positive', 'negative', 'neutral'],
        finds: [{ message: 'absent', pointer: '', data: { label: 'neutral' } }],
      },
      {
        title: 'two are missing',
        record: pair('Good.', 'positive'),
        goal: 'classification',
        labels: ['positive', 'negative', 'neutral'],
        finds: [
          { message: 'absent', pointer: '', data: { label: 'negative' } },
          { message: 'absent', pointer: '', data: { label: 'neutral' } },
        ],
      },
    ],
  },
  measured: { records: 24216, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create:
    ({ labels }) =>
    (figures, report) => {
      // Where not every label could be remembered, one that is not listed may still be there.
      if (labels === undefined || figures.labels.length === 0 || figures.otherLabels > 0) return;
      const seen = new Set(figures.labels.map(({ label }) => label));
      for (const label of labels)
        if (!seen.has(label)) report({ message: 'absent', pointer: '', data: { label } });
    },
});
