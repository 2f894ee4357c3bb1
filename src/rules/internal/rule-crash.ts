// A rule failed on a record: a fault of the tool, never passed over in silence.

import { defineShapeRule } from '../../model/rule.ts';

export const ruleCrash = defineShapeRule({
  id: 'internal/rule-crash',
  title: 'A rule crashed',
  why: 'A fault of tuneset, not of the data: what the rule would have said of this record is not known.',
  mend: 'Report it with the record; switch the rule off to go on.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { crash: 'The rule {rule} failed here: {error}.' },
  sources: [],
  examples: {
    good: [
      {
        title: 'all there',
        record: {
          messages: [
            { role: 'user', content: 'Hi' },
            { role: 'assistant', content: 'Hello!' },
          ],
        },
      },
      {
        title: 'with a system turn',
        record: {
          messages: [
            { role: 'system', content: 'Be brief.' },
            { role: 'user', content: 'Hi' },
            { role: 'assistant', content: 'Hello!' },
          ],
        },
      },
    ],
    bad: [],
  },
});
