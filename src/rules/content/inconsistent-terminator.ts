// Some answers end with a stop mark, others do not.

import { defineDatasetRule } from '../../model/rule.ts';
import { addPlace, emptyPlaces, mergePlaces, relatedPlaces } from '../../tally/places.ts';
import { isMixed } from '../../tally/share.ts';
import { many, pair } from '../sample.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

const MARKS = ['###', ' END', '\nEND', '</s>', '<|endoftext|>', '<|im_end|>', '[EOS]', '<|eot_id|>'] as const;

export const inconsistentTerminator = defineDatasetRule({
  id: 'content/inconsistent-terminator',
  title: 'Stop mark on some answers only',
  why: 'The model learns to stop in two ways; whatever waits for the mark will wait in vain.',
  mend: 'End every answer with the mark, or none.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { mixed: '{count#answer} of {total} end with {mark}, the others do not.' },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      { title: 'none', records: many(40, (n) => pair(`${n}?`, `${n}`)) },
      { title: 'all', records: many(40, (n) => pair(`${n}?`, ` ${n} ###`)) },
    ],
    bad: [
      {
        title: 'half',
        records: many(80, (n) => pair(`${n}?`, n % 2 ? `${n}` : `${n} ###`)),
        finds: [{ message: 'mixed', pointer: '', data: { count: 40, total: 80, mark: '###' } }],
      },
      {
        title: 'a quarter',
        records: many(80, (n) => pair(`${n}?`, n % 4 ? `${n}` : `${n} END`)),
        finds: [{ message: 'mixed', pointer: '', data: { count: 20, total: 80, mark: 'END' } }],
      },
    ],
  },
  measured: { records: 98842, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: () => ({
    empty: () => ({ total: 0, marks: MARKS.map(emptyPlaces) }),
    add(state, { turns, at }) {
      for (const { learned, text } of turns) {
        if (!learned || text === '') continue;
        state.total += 1;
        const last = text.charCodeAt(text.length - 1);
        // `#`, `D`, `>` and `]`, or white space behind a mark.
        if (last > 32 && last !== 35 && last !== 68 && last !== 62 && last !== 93) continue;
        const end = text.slice(-40).trimEnd();
        const mark = MARKS.findIndex((suffix) => end.endsWith(suffix));
        const places = state.marks[mark];
        if (places !== undefined) addPlace(places, at);
      }
    },
    merge(into, from) {
      into.total += from.total;
      into.marks.forEach((places, i) => {
        const other = from.marks[i];
        if (other !== undefined) mergePlaces(places, other);
      });
    },
    finish({ total, marks }, report) {
      MARKS.forEach((mark, i) => {
        const places = marks[i];
        if (places === undefined || !isMixed(places.count, total)) return;
        const data = { count: places.count, total, mark: mark.trim() };
        report({ message: 'mixed', pointer: '', data, related: relatedPlaces(places, 'ends so') });
      });
    },
  }),
});
