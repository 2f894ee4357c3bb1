// Letters with marks are written in two ways: as one code point in most texts, as several in some.

import { share } from '../../model/option.ts';
import { defineDatasetRule } from '../../model/rule.ts';
import { TextBits } from '../../model/text-bits.ts';
import { addPlace, emptyPlaces, mergePlaces, type Places, relatedPlaces } from '../../tally/places.ts';
import { chat, many, pair } from '../sample.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

interface State {
  /** Texts that are not ASCII. */
  total: number;
  readonly apart: Places;
}

const FEWEST = 20;
/** Lead bytes of combining marks and of characters that normalising replaces. */
const MAY_CHANGE =
  TextBits.otherLead | TextBits.leadE1E2 | TextBits.leadEF | TextBits.eastAsian | TextBits.leadF;
const LOOKED_AT = 20_000;

export const mixedNormalisation = defineDatasetRule({
  id: 'encoding/mixed-normalisation',
  title: 'Letters written in two ways',
  why: 'They look alike and are other tokens to the model; words in the rarer form are learned apart.',
  mend: 'Normalise all texts to NFC.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: { composed: share(0.95, 'The share of texts that has to be in NFC.') },
  messages: { apart: '{count#text} of {total} that are not ASCII are not in NFC, while the others are.' },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      { title: 'composed', records: many(40, (n) => chat(`Où est le café ${n} ?`, `Près de l’école ${n}.`)) },
      {
        title: 'all are apart',
        records: many(40, (n) =>
          chat(`Ou\u0300 est le cafe\u0301 ${n} ?`, `Pre\u0300s de la the\u0301ie\u0300re ${n}.`),
        ),
      },
    ],
    bad: [
      {
        title: 'one apart',
        records: many(40, (n) => chat(`Le café ${n} ?`, n === 3 ? 'Le the\u0301.' : 'Le thé.')),
        finds: [{ message: 'apart', pointer: '', data: { count: 1, total: 80 } }],
      },
      {
        title: 'two apart, in prompts',
        records: many(60, (n) => pair(n < 2 ? `Mu\u0308ller ${n}` : `Müller ${n}`, `Fine ${n}`)),
        finds: [{ message: 'apart', pointer: '', data: { count: 2, total: 60 } }],
      },
    ],
  },
  measured: { records: 98842, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: ({ options }) => ({
    empty: (): State => ({ total: 0, apart: emptyPlaces() }),
    add(state: State, { turns, at }) {
      for (const { bits, text } of turns) {
        if ((bits & TextBits.nonAscii) === 0) continue;
        state.total += 1;
        if ((bits & MAY_CHANGE) === 0) continue;
        const looked = text.slice(0, LOOKED_AT);
        if (looked.normalize('NFC') !== looked) addPlace(state.apart, at);
      }
    },
    merge(into: State, from: State) {
      into.total += from.total;
      mergePlaces(into.apart, from.apart);
    },
    finish({ total, apart }: State, report) {
      if (total < FEWEST || apart.count === 0 || apart.count > (1 - options.composed) * total) return;
      const data = { count: apart.count, total };
      report({ message: 'apart', pointer: '', data, related: relatedPlaces(apart, 'here') });
    },
  }),
});
