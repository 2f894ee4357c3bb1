// Nothing is asked: the answer comes from nowhere.

import { partsOf } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { chat, pair } from '../sample.ts';
import { ALPACA_CLEANED } from '../sources.ts';

export const emptyPrompt = defineRecordRule({
  id: 'content/empty-prompt',
  title: 'Prompt is empty',
  why: 'With nothing to go by, the model learns to say this text whatever it is asked.',
  mend: 'Write the question, or turn the rule off where the set is plain text to continue.',
  severity: 'warning',
  kinds: ['conversation'],
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  knockOnOf: [
    'roles/first-not-user',
    'structure/missing-field',
    'structure/wrong-type',
    'structure/empty-messages',
  ],
  options: {},
  messages: { empty: 'Nothing is asked before the answer.' },
  sources: [ALPACA_CLEANED],
  examples: {
    good: [
      { title: 'a question', record: pair('Why?', 'Because.') },
      {
        title: 'only a system prompt',
        record: {
          messages: [
            { role: 'system', content: 'Tell a joke.' },
            { role: 'assistant', content: 'Knock, knock.' },
          ],
        },
      },
      {
        title: 'an image',
        record: {
          messages: [
            {
              role: 'user',
              content: [{ type: 'image_url', image_url: { url: 'https://example.com/a.png' } }],
            },
            { role: 'assistant', content: 'A cat.' },
          ],
        },
      },
    ],
    bad: [
      {
        title: 'an empty prompt',
        record: pair('', 'Once upon a time.'),
        finds: [{ message: 'empty', pointer: '' }],
      },
      { title: 'an empty turn', record: chat(' ', 'Hello!'), finds: [{ message: 'empty', pointer: '' }] },
    ],
  },
  measured: { records: 48653, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-24' },
  create: () => (view, report) => {
    for (const turn of view.turns) {
      if (turn.learned) {
        report({ message: 'empty', pointer: '' });
        return;
      }
      // One visible letter is enough, and nearly every prompt begins with one.
      if (turn.text.charCodeAt(0) > 32 || partsOf(turn.message).some(({ type }) => type !== 'text')) return;
      if (turn.folded !== '') return;
    }
  },
});
