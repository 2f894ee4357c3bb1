// More refusals than a set should have.

import { share } from '../../model/option.ts';
import { defineDatasetRule } from '../../model/rule.ts';
import { addPlace, emptyPlaces, mergePlaces, type Places, relatedPlaces } from '../../tally/places.ts';
import { wilsonLow } from '../../tally/share.ts';
import { chat, many, pair } from '../sample.ts';
import { OPENAI_BEST } from '../sources.ts';
import { REFUSAL_WORDS, refuses } from './refusal.ts';

interface State {
  total: number;
  readonly refusals: Places;
}

export const refusalShare = defineDatasetRule({
  id: 'residue/refusal-share',
  title: 'Many refusals',
  why: 'A model trained on many refusals refuses more than it should; the guides say to keep the share as it is to be in use.',
  mend: 'Remove refusals until their share is what you want in use.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: { share: share(0.05, 'The share of answers that may be refusals.') },
  messages: { share: '{count#answer} of {total} are refusals and nothing else.' },
  sources: [OPENAI_BEST],
  examples: {
    good: [
      { title: 'none', records: many(60, (n) => chat(`${n}?`, `${n}!`)) },
      {
        title: 'one in a hundred',
        records: many(100, (n) => chat(`${n}?`, n ? `${n}!` : 'I’m sorry, but I can’t help with that.')),
      },
    ],
    bad: [
      {
        title: 'a fifth',
        records: many(100, (n) => chat(`${n}?`, n % 5 ? `${n}!` : 'I’m sorry, but I can’t help with that.')),
        finds: [{ message: 'share', pointer: '', data: { count: 20, total: 100 } }],
      },
      {
        title: 'a half',
        records: many(60, (n) => pair(`${n}?`, n % 2 ? `${n}!` : 'I cannot assist with that request.')),
        finds: [{ message: 'share', pointer: '', data: { count: 30, total: 60 } }],
      },
    ],
  },

  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-24' },
  create: ({ options, hint }) => {
    const words = hint(REFUSAL_WORDS);
    return {
      empty: (): State => ({ total: 0, refusals: emptyPlaces() }),
      add(state: State, { turns, at, example }) {
        // With tools at hand, to decline what they cannot do is a lesson of its own.
        if (example.tools.length > 0) return;
        for (const turn of turns) {
          if (!turn.learned || turn.text === '') continue;
          state.total += 1;
          if (turn.has(words) && refuses(turn.text)) addPlace(state.refusals, at);
        }
      },
      merge(into: State, from: State) {
        into.total += from.total;
        mergePlaces(into.refusals, from.refusals);
      },
      finish({ total, refusals }: State, report) {
        if (wilsonLow(refusals.count, total) <= options.share) return;
        const data = { count: refusals.count, total };
        report({ message: 'share', pointer: '', data, related: relatedPlaces(refusals, 'refuses') });
      },
    };
  },
});
