// A suppression that silences nothing: mended data, or a misspelt place.

import { defineShapeRule } from '../../model/rule.ts';

const chat = (answer: string) => ({
  messages: [
    { role: 'user', content: 'What is the capital of Malta?' },
    { role: 'assistant', content: answer },
  ],
});

export const unusedSuppression = defineShapeRule({
  id: 'settings/unused-suppression',
  title: 'Suppression without use',
  why: 'It silences nothing today, and may one day silence what nobody has looked at.',
  mend: 'Remove it from the settings, or correct what it names.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { unused: 'Nothing was found for the suppression “{what}” ({reason}).' },
  sources: [],
  examples: {
    good: [
      { title: 'no suppression', record: chat('Valletta') },
      {
        title: 'one for files that were not read',
        record: chat('Valletta'),
        suppress: [{ files: 'eval/**', reason: 'old' }],
      },
    ],
    bad: [
      {
        title: 'a place that holds nothing wrong',
        record: chat('Valletta'),
        suppress: [{ pointer: '/messages/7', reason: 'looked at' }],
        finds: [{ message: 'unused', pointer: '', data: { what: 'at /messages/7', reason: 'looked at' } }],
      },
      {
        title: 'a record that is gone',
        record: chat('Valletta'),
        suppress: [{ record: '0'.repeat(32), reason: 'meant so' }],
        finds: [{ message: 'unused', pointer: '' }],
      },
    ],
  },
});
