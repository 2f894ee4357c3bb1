// More records with images or other media than the target takes.

import { partsOf } from '../../model/example.ts';
import { defineDatasetRule } from '../../model/rule.ts';

interface State {
  count: number;
}

export const mediaRecords = defineDatasetRule({
  id: 'target/media-records',
  title: 'Too many records with media',
  why: 'The provider counts records with images, audio or video apart, and refuses more than so many.',
  mend: 'Choose the best of them.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { many: '{count#record} with media; {target} takes {limit}.' },
  sources: [
    {
      title: 'OpenAI, vision fine-tuning',
      url: 'https://developers.openai.com/api/docs/guides/vision-fine-tuning',
      read: '2026-11-22',
    },
  ],
  // So many images are too many for an example; tests/rules/file-limits.test.ts stands in for them.
  examples: { good: [], bad: [] },
  create: ({ target }) => ({
    empty: (): State => ({ count: 0 }),
    add(state: State, { turns }) {
      if (target?.limits.maxMediaRecords === undefined) return;
      if (turns.some(({ message }) => partsOf(message).some(({ type }) => type === 'media')))
        state.count += 1;
    },
    merge(into: State, from: State) {
      into.count += from.count;
    },
    finish({ count }: State, report) {
      const limit = target?.limits.maxMediaRecords?.value;
      if (target === undefined || limit === undefined || count <= limit) return;
      report({ message: 'many', pointer: '', data: { count, target: target.id, limit } });
    },
  }),
});
