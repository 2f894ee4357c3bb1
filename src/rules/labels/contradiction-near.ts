// Nearly the same text under different labels: one of them may be wrong, or one word decides.

import { share } from '../../model/option.ts';
import { defineClusterRule } from '../../model/rule.ts';

const ASKED = 'The delivery was two days late, the box was torn open and nobody answered my letters.';

export const contradictionNear = defineClusterRule({
  id: 'labels/contradiction-near',
  title: 'Nearly the same text, different labels',
  why: 'If one of the labels is wrong, the model learns to guess; if one word decides, this pair is among the most valuable of the set.',
  mend: 'Read both, and correct the label that is wrong.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  by: 'prompt',
  options: {
    likeness: share(
      0.9,
      'Jaccard similarity of the shingles of two prompts from which on they are nearly the same.',
    ),
  },
  messages: {
    opposed: 'The text is labelled {first}, and one that shares {percent} % of its wording {second}.',
  },
  sources: [
    {
      title: 'Northcutt et al., Pervasive label errors in test sets',
      url: 'https://arxiv.org/abs/2103.14749',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      {
        title: 'the same label',
        label: '/completion',
        records: [
          { prompt: ASKED, completion: 'complaint' },
          { prompt: ASKED.replace('letters', 'letter'), completion: 'complaint' },
        ],
      },
      {
        title: 'equal prompts are another rule',
        label: '/completion',
        records: [
          { prompt: ASKED, completion: 'complaint' },
          { prompt: ASKED, completion: 'praise' },
        ],
      },
      {
        title: 'another text',
        label: '/completion',
        records: [
          { prompt: ASKED, completion: 'complaint' },
          {
            prompt: 'The delivery was early, the box was fine and they even wrote a letter.',
            completion: 'praise',
          },
        ],
      },
    ],
    bad: [
      {
        title: 'one letter more',
        label: '/completion',
        records: [
          { prompt: ASKED, completion: 'complaint' },
          { prompt: ASKED.replace('letters', 'letter'), completion: 'praise' },
        ],
        finds: [
          {
            message: 'opposed',
            pointer: '',
            index: 1,
            data: { first: 'praise', second: 'complaint', percent: 96 },
          },
        ],
      },
      {
        title: 'labels beside plain text',
        label: '/kind',
        records: [
          { text: ASKED, kind: 'complaint' },
          { text: 'All is well.', kind: 'praise' },
          { text: ASKED.replace('.', '!'), kind: 'praise' },
        ],
        finds: [
          {
            message: 'opposed',
            pointer: '',
            index: 2,
            data: { first: 'praise', second: 'complaint', percent: 97 },
          },
        ],
      },
    ],
  },
  create:
    () =>
    ({ opposed }, report) => {
      if (opposed === undefined) return;
      const [second, first] = opposed.labels;
      const data = { first, second, percent: Math.floor(opposed.likeness * 100) };
      const related = [{ at: opposed.first, label: 'the other is here' }];
      report({ message: 'opposed', pointer: '', data, related }, opposed.second);
    },
});
