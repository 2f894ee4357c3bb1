// The text that is to be classified holds the label it is to get.

import { share } from '../../model/option.ts';
import { defineDatasetRule } from '../../model/rule.ts';
import {
  type CappedCounter,
  countKey,
  emptyCounter,
  mergeCounter,
  readCounter,
} from '../../tally/capped-counter.ts';
import { addPlace, emptyPlaces, mergePlaces, type Places, relatedPlaces } from '../../tally/places.ts';
import { draw, emptySample, isWanted, mergeSample, readSample, type Sample } from '../../tally/sample.ts';
import { wilsonLow } from '../../tally/share.ts';
import { holdsWord } from '../../text/holds-word.ts';
import { many, pair } from '../sample.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

interface State {
  readonly labels: CappedCounter;
  readonly told: Places;
  /** Label and text of some records, to see whether other labels stand there too. */
  readonly sample: Sample;
}

/** Characters of the text that are looked at. */
const LOOKED_AT = 2000;
const SAMPLED = 300;
/** Shorter labels stand in any text by chance. */
const SHORTEST = 3;
const FEWEST = 50;
/** Of the texts that hold their label, those that hold no other. */
const ALONE = 0.9;
const BETWEEN = '\u0000';

export const leakInPrompt = defineDatasetRule({
  id: 'labels/leak-in-prompt',
  title: 'Label stands in the text',
  why: 'The model learns to copy the label instead of reading the text; in use nobody will have written it there.',
  mend: 'Remove the label from the prompts, or from the template that made them.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: { share: share(0.5, 'The share of texts that may hold their own label and no other.') },
  messages: { told: '{count#prompt} of {total} hold their own label, and hardly any holds another.' },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      {
        title: 'all labels stand in every prompt',
        records: many(80, (n) => pair(`Text ${n}. Is it spam or ham?`, n % 2 ? 'spam' : 'ham')),
        goal: 'classification',
      },
      {
        title: 'a word of the trade, now and then',
        records: many(80, (n) =>
          pair(n % 4 ? `My money, number ${n}, please` : `A refund for ${n}`, n % 2 ? 'payment' : 'refund'),
        ),
        goal: 'classification',
      },
      { title: 'no labels', records: many(80, (n) => pair(`Say yes ${n}`, 'yes')) },
    ],
    bad: [
      {
        title: 'a tag before the text',
        records: many(80, (n) => pair(`[${n % 2 ? 'spam' : 'ham'}] Text ${n}`, n % 2 ? 'spam' : 'ham')),
        goal: 'classification',
        finds: [{ message: 'told', pointer: '', data: { count: 80, total: 80 } }],
      },
      {
        title: 'the label in a field, and in most texts',
        records: many(80, (n) => ({
          ...pair(n % 4 ? `Queue: ${n % 2 ? 'billing' : 'fault'}. Text ${n}` : `Text ${n}`, `Answer ${n}`),
          queue: n % 2 ? 'Billing' : 'Fault',
        })),
        label: '/queue',
        finds: [{ message: 'told', pointer: '', data: { count: 60, total: 80 } }],
      },
    ],
  },
  measured: { records: 24216, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: ({ options }) => ({
    empty: (): State => ({ labels: emptyCounter(), told: emptyPlaces(), sample: emptySample(SAMPLED) }),
    add(state: State, { turns, label, identity, at }) {
      if (label === undefined) return;
      countKey(state.labels, label);
      if (label.length < SHORTEST) return;
      const asked = turns.findLast(({ role }) => role === 'user');
      if (asked === undefined) return;
      const text = asked.text.slice(0, LOOKED_AT).toLowerCase();
      if (!holdsWord(text, label.toLowerCase())) return;
      addPlace(state.told, at);
      if (isWanted(state.sample, identity.promptLow)) {
        draw(state.sample, identity.promptLow, at, label + BETWEEN + text);
      }
    },
    merge(into: State, from: State) {
      mergeCounter(into.labels, from.labels);
      mergePlaces(into.told, from.told);
      mergeSample(into.sample, from.sample);
    },
    finish({ labels, told, sample }: State, report) {
      const { total } = labels;
      if (total < FEWEST || wilsonLow(told.count, total) <= options.share) return;
      const all = readCounter(labels).counts.map(([label]) => label.toLowerCase());
      if (all.length < 2) return;
      const drawn = readSample(sample);
      const alone = drawn.filter(({ text }) => {
        const [own = '', prompt = ''] = text.split(BETWEEN);
        const label = own.toLowerCase();
        return !all.some((other) => !label.includes(other) && holdsWord(prompt, other));
      });
      if (alone.length < ALONE * drawn.length) return;
      const data = { count: told.count, total };
      report({ message: 'told', pointer: '', data, related: relatedPlaces(told, 'here') });
    },
  }),
});
