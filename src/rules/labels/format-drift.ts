// Some answers are the label alone, others put words around it.

import { defineDatasetRule } from '../../model/rule.ts';
import {
  type CappedCounter,
  countKey,
  emptyCounter,
  mergeCounter,
  readCounter,
} from '../../tally/capped-counter.ts';
import { addPlace, emptyPlaces, mergePlaces, type Places, relatedPlaces } from '../../tally/places.ts';
import { isMixed } from '../../tally/share.ts';
import { spelling } from '../label-spelling.ts';
import { many, pair } from '../sample.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

const FORMS = ['bare', 'json', 'led', 'explained'] as const;
type Form = (typeof FORMS)[number];

interface State {
  /** What may be the label. */
  readonly labels: Readonly<Record<Form, CappedCounter>>;
  readonly places: Readonly<Record<Form, Places>>;
}

const STRAYS = 0.01;
/** Beyond that nobody writes a label. */
const LONGEST = 60;
/** “Label: spam”, “The answer is spam.” */
const LED =
  /^\s{0,9}(?:the\s)?(?:label|answer|category|class|classification|intent|topic|sentiment|output|result|prediction)(?:\s?[:=]|\sis:?)\s{0,9}(\S[^\n]{0,59})$/i;
/** “Spam. The sender is unknown.” */
const EXPLAINED = /^\s{0,9}([^\s.,:;()–—][^.,:;\n()–—]{0,59})[.,:;\n(–—]\s{0,9}\S/;

export const formatDrift = defineDatasetRule({
  id: 'labels/format-drift',
  title: 'Label written in several forms',
  why: 'The model learns to guess between the forms, and a program that reads the label finds it in some answers only.',
  mend: 'Write every answer in one form; the label alone is the easiest to read.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: {
    bare: '{count#answer} of {total} are the label alone.',
    json: '{count#answer} of {total} hold the label in JSON.',
    led: '{count#answer} of {total} have words before the label.',
    explained: '{count#answer} of {total} go on after the label.',
  },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      {
        title: 'the label alone',
        records: many(60, (n) => pair(`Text ${n}`, n % 2 ? 'spam' : 'ham')),
        goal: 'classification',
      },
      {
        title: 'always explained',
        records: many(60, (n) =>
          pair(`Text ${n}`, `Spam. The sender of message ${n} is unknown to the reader.`),
        ),
        goal: 'classification',
      },
      {
        title: 'a comma inside labels',
        records: many(60, (n) => pair(`Text ${n}`, n % 2 ? 'rain, heat' : 'rain')),
        goal: 'classification',
      },
    ],
    bad: [
      {
        title: 'words before some',
        records: many(60, (n) => pair(`Text ${n}`, `${n % 6 ? '' : 'Label: '}${n % 2 ? 'spam' : 'ham'}`)),
        goal: 'classification',
        finds: [{ message: 'led', pointer: '', data: { count: 10, total: 60 } }],
      },
      {
        title: 'an explanation behind some',
        records: many(60, (n) =>
          pair(
            `Text ${n}`,
            n % 6
              ? 'Spam'
              : 'Spam. The sender is unknown, and the address leads to a page with another name.',
          ),
        ),
        goal: 'classification',
        finds: [{ message: 'explained', pointer: '', data: { count: 10, total: 60 } }],
      },
      {
        title: 'JSON, the label alone, and words before it',
        records: many(90, (n) =>
          pair(`Text ${n}`, n < 60 ? '{"label": "spam"}' : n < 75 ? 'spam' : 'The answer is spam.'),
        ),
        goal: 'classification',
        finds: [
          { message: 'bare', pointer: '', data: { count: 15, total: 90 } },
          { message: 'led', pointer: '', data: { count: 15, total: 90 } },
        ],
      },
      {
        title: 'some in JSON',
        records: many(60, (n) => pair(`Text ${n}`, n % 6 ? 'spam' : '{"label": "spam"}')),
        goal: 'classification',
        finds: [{ message: 'json', pointer: '', data: { count: 10, total: 60 } }],
      },
    ],
  },
  measured: { records: 24216, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: ({ goal, label: pointer, labels: declared }) => {
    // Where the label has a field of its own, answers are free.
    const idle = goal !== 'classification' || pointer !== undefined;
    return {
      empty: (): State => ({ labels: ofEach(() => emptyCounter()), places: ofEach(emptyPlaces) }),
      add(state: State, view) {
        if (idle) return;
        const answer = view.turns.findLast(({ learned }) => learned)?.text.trim();
        const read = answer === undefined ? undefined : formOf(answer, view.label);
        if (read === undefined) return;
        countKey(state.labels[read.form], read.label);
        addPlace(state.places[read.form], view.at);
      },
      merge(into: State, from: State) {
        for (const form of FORMS) {
          mergeCounter(into.labels[form], from.labels[form]);
          mergePlaces(into.places[form], from.places[form]);
        }
      },
      finish({ labels, places }: State, report) {
        const counts = ofEach((form) => readCounter(labels[form]).counts);
        const known = new Set([
          ...(declared ?? []).map(spelling),
          ...[...counts.bare, ...counts.json].map(([label]) => spelling(label)),
        ]);
        // Words before a label and behind it only count where they surround a label.
        const written = FORMS.map((form) => ({
          form,
          count: counts[form].reduce((sum, [label, n]) => sum + (known.has(spelling(label)) ? n : 0), 0),
        }));
        const total = written.reduce((sum, { count }) => sum + count, 0);
        const usual = Math.max(...written.map(({ count }) => count));
        const first = written.find(({ count }) => count === usual);
        for (const one of written) {
          if (one === first || !isMixed(one.count, total, STRAYS)) continue;
          report({
            message: one.form,
            pointer: '',
            data: { count: one.count, total },
            related: relatedPlaces(places[one.form], 'here'),
          });
        }
      },
    };
  },
});

const ofEach = <T>(make: (form: Form) => T): Readonly<Record<Form, T>> => ({
  bare: make('bare'),
  json: make('json'),
  led: make('led'),
  explained: make('explained'),
});

/** @param label what the answer gave by itself: all of it where it is short, or a field of its JSON */
function formOf(answer: string, label: string | undefined): { form: Form; label: string } | undefined {
  if (answer.startsWith('{')) return label === undefined ? undefined : { form: 'json', label };
  const led = LED.exec(answer)?.[1];
  if (led !== undefined && led.length <= LONGEST) return { form: 'led', label: led };
  if (label !== undefined) return { form: 'bare', label };
  const explained = EXPLAINED.exec(answer)?.[1];
  return explained === undefined ? undefined : { form: 'explained', label: explained };
}
