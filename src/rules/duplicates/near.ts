// Records that are nearly the same: what they ask and what they answer differs in a few words.

import { share } from '../../model/option.ts';
import { defineClusterRule } from '../../model/rule.ts';

const pair = (user: string, assistant: string) => ({
  messages: [
    { role: 'user', content: user },
    { role: 'assistant', content: assistant },
  ],
});
/** Places told beside the first. */
const MOST = 5;

const ASKED = 'Describe the process of photosynthesis in plants and why it matters for life on earth.';
const TOLD =
  'Photosynthesis turns light, water and carbon dioxide into sugar and oxygen. Nearly all life on earth lives on its products, directly or through what it eats.';

export const near = defineClusterRule({
  id: 'duplicates/near',
  title: 'Near-duplicates',
  why: 'Nearly equal examples are learned as often as they occur, cost their tokens each time, and leak between train and test when a set is split at random.',
  mend: 'Keep one of each cluster, or see that they fall on one side of a split.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'drop',
  by: 'whole',
  options: {
    likeness: share(
      0.8,
      'Jaccard similarity of shingles, of the prompt and of the answer alike, from which on records are near-duplicates.',
    ),
  },
  messages: {
    alike:
      '{count#record} are nearly the same as one another; the two least alike of them share {percent} % of their wording.',
  },
  sources: [
    {
      title: 'Lee et al., Deduplicating training data makes language models better',
      url: 'https://arxiv.org/abs/2107.06499',
      read: '2026-11-22',
    },
    {
      title: 'Broder, On the resemblance and containment of documents',
      url: 'https://doi.org/10.1109/SEQUEN.1997.666900',
      read: '2026-11-25',
    },
  ],
  examples: {
    good: [
      {
        title: 'sums that differ in their numbers',
        records: [
          pair(
            'A train travels 120 km in 2 hours. What is its average speed?',
            'Its average speed is 60 km per hour.',
          ),
          pair(
            'A train travels 210 km in 3 hours. What is its average speed?',
            'Its average speed is 70 km per hour.',
          ),
        ],
      },
      {
        title: 'one prompt, two answers',
        records: [pair(ASKED, TOLD), pair(ASKED, 'Plants make sugar from light. We live on it.')],
      },
      {
        title: 'one instruction, two inputs',
        records: [
          pair(
            'Say whether the following review of a product is positive or negative, and answer with one word only, in lower case, without explaining why.\n\nThe battery lasts all day long.',
            'positive',
          ),
          pair(
            'Say whether the following review of a product is positive or negative, and answer with one word only, in lower case, without explaining why.\n\nIt came early and fits very well.',
            'positive',
          ),
        ],
      },
    ],
    bad: [
      {
        title: 'a word changed',
        records: [pair(ASKED, TOLD), pair(ASKED.replace('Describe', 'Explain'), TOLD)],
        finds: [{ message: 'alike', pointer: '', index: 0, data: { count: 2, percent: 83 } }],
      },
      {
        title: 'punctuation',
        records: [pair('Bye', 'Bye!'), pair(ASKED, TOLD), pair(ASKED.replace('.', '!'), TOLD)],
        finds: [{ message: 'alike', pointer: '', index: 1, data: { count: 2, percent: 97 } }],
      },
    ],
  },
  // Clusters, of the shared sets and of clinc-oos with its intents as labels.
  measured: { records: 70600, flagged: 403, inspected: 43, wrong: 1, on: '2026-11-25' },
  create:
    () =>
    ({ places, least }, report) => {
      const [first, ...others] = places;
      if (first === undefined) return;
      const related = others.slice(0, MOST).map((at) => ({ at, label: 'and here' }));
      const data = { count: places.length, percent: Math.floor(least.likeness * 100) };
      report({ message: 'alike', pointer: '', data, related }, first);
    },
});
