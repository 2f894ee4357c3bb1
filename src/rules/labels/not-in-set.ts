// A label that is not among those that may occur.

import { nearestNames } from '../../model/edit-distance.ts';
import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { pair } from '../sample.ts';

const LABELS = ['positive', 'negative'];

export const notInSet = defineRecordRule({
  id: 'labels/not-in-set',
  title: 'Label that may not occur',
  why: 'The model learns a class that nobody downstream knows.',
  mend: 'Write one of the declared labels, or declare this one with --labels.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: {
    unknown: 'The label {label} is not among the {count} declared ones.',
    near: 'The label {label} is not declared; {near} is.',
  },
  sources: [],
  examples: {
    good: [
      {
        title: 'a declared one',
        record: pair('Good film.', ' positive'),
        goal: 'classification',
        labels: LABELS,
      },
      { title: 'nothing is declared', record: pair('Good film.', ' fine'), goal: 'classification' },
    ],
    bad: [
      {
        title: 'a misspelt one',
        record: pair('Good film.', ' postive'),
        goal: 'classification',
        labels: LABELS,
        finds: [{ message: 'near', pointer: '/completion', data: { label: 'postive', near: 'positive' } }],
      },
      {
        title: 'another one, in a field of its own',
        record: { prompt: 'Good film.', completion: 'ok', sentiment: 'so-so' },
        label: '/sentiment',
        labels: LABELS,
        finds: [{ message: 'unknown', pointer: '/completion', data: { label: 'so-so', count: 2 } }],
      },
    ],
  },
  measured: { records: 24216, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: ({ labels }) => {
    const declared = new Set(labels);
    return (view, report) => {
      const { label } = view;
      if (labels === undefined || label === undefined || declared.has(label)) return;
      const answer = view.turns.findLast(({ learned }) => learned);
      const pointer = answer === undefined ? '' : textPointer(answer.message);
      const [near] = label.length > 100 ? [] : nearestNames(label, labels, 1);
      if (near === undefined) report({ message: 'unknown', pointer, data: { label, count: labels.length } });
      else report({ message: 'near', pointer, data: { label, near } });
    };
  },
});
