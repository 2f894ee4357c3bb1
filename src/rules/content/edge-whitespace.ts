// Some answers begin or end with white space, others do not.

import { defineDatasetRule } from '../../model/rule.ts';
import { addPlace, emptyPlaces, mergePlaces, relatedPlaces } from '../../tally/places.ts';
import { isMixed } from '../../tally/share.ts';
import { chat, many, pair } from '../sample.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

export const edgeWhitespace = defineDatasetRule({
  id: 'content/edge-whitespace',
  title: 'White space at the edges of some answers',
  why: 'The model cannot know when to begin or end with white space; in completion formats it decides the first token.',
  mend: 'Trim all answers, or begin all of them with one space where the trainer wants it.',
  severity: 'info',
  stage: 'stable',
  since: '0.1.0',
  fix: 'safe',
  options: {},
  messages: { edge: '{count#answer} of {total} begin or end with white space.' },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      { title: 'none', records: many(40, (n) => chat(`${n}?`, `${n}!`)) },
      { title: 'all begin with a space', records: many(40, (n) => pair(`${n}?`, ` ${n}`)) },
    ],
    bad: [
      {
        title: 'a quarter',
        records: many(80, (n) => chat(`${n}?`, n % 4 ? `${n}!` : `${n}! `)),
        finds: [{ message: 'edge', pointer: '', data: { count: 20, total: 80 } }],
      },
      {
        title: 'half, at the beginning',
        records: many(80, (n) => pair(`${n}?`, n % 2 ? `${n}` : ` ${n}`)),
        finds: [{ message: 'edge', pointer: '', data: { count: 40, total: 80 } }],
      },
    ],
  },
  measured: { records: 98842, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: () => ({
    empty: () => ({ total: 0, edged: emptyPlaces() }),
    add(state, { turns, at }) {
      for (const { learned, text } of turns) {
        if (!learned || text === '') continue;
        state.total += 1;
        if (text.charCodeAt(0) <= 32 || text.charCodeAt(text.length - 1) <= 32) addPlace(state.edged, at);
      }
    },
    merge(into, from) {
      into.total += from.total;
      mergePlaces(into.edged, from.edged);
    },
    finish({ total, edged }, report) {
      if (!isMixed(edged.count, total)) return;
      const data = { count: edged.count, total };
      report({ message: 'edge', pointer: '', data, related: relatedPlaces(edged, 'here') });
    },
  }),
});
