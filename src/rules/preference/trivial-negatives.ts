// Worse answers that are so much shorter, or refuse so often, that no judgement is needed.

import { share } from '../../model/option.ts';
import { defineDatasetRule } from '../../model/rule.ts';
import { addPlace, emptyPlaces, mergePlaces, type Places, relatedPlaces } from '../../tally/places.ts';
import { wilsonLow } from '../../tally/share.ts';
import { sidesOf } from '../pairs.ts';
import { REFUSAL_WORDS, refuses } from '../residue/refusal.ts';
import { many } from '../sample.ts';

const LEAST = 50;
/** A fifth of the better answer's length. */
const FIFTH = 5;

interface State {
  pairs: number;
  readonly short: Places;
  readonly refusing: Places;
}

const LONG =
  'Peru lies on the Pacific; its capital is Lima, its highest mountain Huascarán, its largest lake Titicaca.';

export const trivialNegatives = defineDatasetRule({
  id: 'preference/trivial-negatives',
  title: 'Worse answers are too easy',
  why: 'The model learns to avoid what it would never have said; what tells a good answer from a fair one is not in the set.',
  mend: 'Take worse answers that a model would really give.',
  severity: 'info',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  kinds: ['preference'],
  options: {
    short: share(0.5, 'The share of worse answers that may be less than a fifth as long as the better one.'),
    refusing: share(0.2, 'The share of worse answers that may refuse or say nothing.'),
  },
  messages: {
    short: 'In {count} of {total#pair} the worse answer is less than a fifth as long as the better one.',
    refusing: 'In {count} of {total#pair} the worse answer refuses or says nothing.',
  },
  sources: [
    {
      title: 'Yu et al., RIP: better models by survival of the fittest prompts',
      url: 'https://arxiv.org/abs/2501.18578',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      {
        title: 'of one length',
        records: many(80, (n) => ({ prompt: `${n}?`, chosen: LONG, rejected: LONG.slice(n % 9) })),
      },
      {
        title: 'a small set',
        records: many(10, (n) => ({ prompt: `${n}?`, chosen: LONG, rejected: 'No.' })),
      },
    ],
    bad: [
      {
        title: 'a word against a passage',
        records: many(80, (n) => ({ prompt: `${n}?`, chosen: LONG, rejected: 'Quito.' })),
        finds: [{ message: 'short', pointer: '', data: { count: 80, total: 80 } }],
      },
      {
        title: 'every other refuses',
        records: many(80, (n) => ({
          prompt: `${n}?`,
          chosen: LONG,
          rejected: n % 2 ? LONG.slice(3) : 'I’m sorry, but I cannot help with that.',
        })),
        finds: [{ message: 'refusing', pointer: '', data: { count: 40, total: 80 } }],
      },
    ],
  },
  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: ({ options, hint }) => {
    const words = hint(REFUSAL_WORDS);
    return {
      empty: (): State => ({ pairs: 0, short: emptyPlaces(), refusing: emptyPlaces() }),
      add(state: State, view) {
        const sides = sidesOf(view);
        if (sides === undefined) return;
        const { better, worse } = sides;
        state.pairs += 1;
        if (worse.text.length * FIFTH < better.text.length) addPlace(state.short, view.at);
        if (worse.text === '' || (worse.has(words) && refuses(worse.text))) addPlace(state.refusing, view.at);
      },
      merge(into: State, from: State) {
        into.pairs += from.pairs;
        mergePlaces(into.short, from.short);
        mergePlaces(into.refusing, from.refusing);
      },
      finish({ pairs, short, refusing }: State, report) {
        if (pairs < LEAST) return;
        for (const [message, places, most] of [
          ['short', short, options.short],
          ['refusing', refusing, options.refusing],
        ] as const) {
          if (wilsonLow(places.count, pairs) <= most) continue;
          const data = { count: places.count, total: pairs };
          report({ message, pointer: '', data, related: relatedPlaces(places, 'as here') });
        }
      },
    };
  },
});
