// Two answers that begin with the same long passage.

import { textPointer } from '../../model/example.ts';
import { integer, share } from '../../model/option.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { sidesOf } from '../pairs.ts';

const START =
  'Photosynthesis turns light, water and carbon dioxide into sugar and oxygen, in the leaves of green plants and in algae. ';

export const sharedPrefix = defineRecordRule({
  id: 'preference/shared-prefix',
  title: 'Answers begin alike',
  why: 'What both answers share teaches nothing, and DPO can make the better answer less likely where they share most.',
  mend: 'Put the shared beginning into the prompt, or choose answers that differ from the start.',
  severity: 'info',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  kinds: ['preference'],
  knockOnOf: ['preference/identical', 'preference/near-identical'],
  options: {
    share: share(0.5, 'The share of the shorter answer that may be common.'),
    from: integer(100, 'Characters that may be common in any case.'),
  },
  messages: { shared: 'Both answers begin with the same {count#character} of {total}.' },
  sources: [
    {
      title: 'Pal et al., Smaug: fixing failure modes of preference optimisation',
      url: 'https://arxiv.org/abs/2402.13228',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      {
        title: 'different',
        record: { prompt: 'What is it?', chosen: START, rejected: 'Photosynthesis is what plants do.' },
      },
      {
        title: 'a short common start',
        record: {
          prompt: 'Capital?',
          chosen: 'The capital of Peru is Lima.',
          rejected: 'The capital of Peru is Quito.',
        },
      },
    ],
    bad: [
      {
        title: 'all but the end',
        record: {
          prompt: 'What is it?',
          chosen: `${START}It feeds nearly everything.`,
          rejected: `${START}Nobody knows why it happens or what it is good for.`,
        },
        finds: [{ message: 'shared', pointer: '/rejected', data: { count: 120, total: 147 } }],
      },
      {
        title: 'one answer is the beginning of the other',
        record: { prompt: 'What is it?', chosen: `${START}It feeds nearly everything.`, rejected: START },
        finds: [{ message: 'shared', pointer: '/rejected', data: { count: 120, total: 120 } }],
      },
    ],
  },
  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create:
    ({ options }) =>
    (view, report) => {
      const sides = sidesOf(view);
      if (sides === undefined) return;
      const { better, worse } = sides;
      const total = Math.min(better.text.length, worse.text.length);
      if (total <= options.from) return;
      let count = 0;
      while (count < total && better.text.charCodeAt(count) === worse.text.charCodeAt(count)) count += 1;
      if (count <= options.from || count <= options.share * total) return;
      report({ message: 'shared', pointer: textPointer(worse.message), data: { count, total } });
    },
});
