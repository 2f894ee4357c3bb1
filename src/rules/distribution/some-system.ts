// Some conversations have a system prompt and others have none.

import { defineDatasetRule } from '../../model/rule.ts';
import { addPlace, emptyPlaces, mergePlaces, relatedPlaces } from '../../tally/places.ts';
import { isMixed } from '../../tally/share.ts';
import { chat, chatWith, many } from '../sample.ts';

export const someSystem = defineDatasetRule({
  id: 'distribution/some-system',
  title: 'System prompt in some records only',
  why: 'The model learns two ways to begin; in use there will be one.',
  mend: 'Give every record the system prompt of production, or none.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { some: '{count#conversation} of {total} have a system prompt.' },
  sources: [
    {
      title: 'OpenAI, supervised fine-tuning',
      url: 'https://developers.openai.com/api/docs/guides/supervised-fine-tuning',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      { title: 'all', records: many(40, (n) => chatWith('Be kind.', `${n}?`, `${n}!`)) },
      { title: 'none', records: many(40, (n) => chat(`${n}?`, `${n}!`)) },
    ],
    bad: [
      {
        title: 'half',
        records: many(80, (n) => (n % 2 ? chat(`${n}?`, `${n}!`) : chatWith('Be kind.', `${n}?`, `${n}!`))),
        finds: [{ message: 'some', pointer: '', data: { count: 40, total: 80 } }],
      },
      {
        title: 'a quarter',
        records: many(80, (n) => (n % 4 ? chat(`${n}?`, `${n}!`) : chatWith('Be kind.', `${n}?`, `${n}!`))),
        finds: [{ message: 'some', pointer: '', data: { count: 20, total: 80 } }],
      },
    ],
  },
  measured: { records: 55597, flagged: 1, inspected: 1, wrong: 0, on: '2026-11-24' },
  create: () => ({
    empty: () => ({ total: 0, led: emptyPlaces() }),
    add(state, { example, turns, at }) {
      const [first] = turns;
      // Only where records are lists of turns can one of them be a system turn.
      if (example.kind !== 'conversation' || first === undefined || first.message.index < 0) return;
      state.total += 1;
      if (turns.some(({ role }) => role === 'system' || role === 'developer')) addPlace(state.led, at);
    },
    merge(into, from) {
      into.total += from.total;
      mergePlaces(into.led, from.led);
    },
    finish({ total, led }, report) {
      if (!isMixed(led.count, total)) return;
      const data = { count: led.count, total };
      report({ message: 'some', pointer: '', data, related: relatedPlaces(led, 'with a system prompt') });
    },
  }),
});
