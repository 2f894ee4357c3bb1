// A suppression whose last day has passed: it silences still, since a date alone never fails a run, but it is told.

import { defineShapeRule } from '../../model/rule.ts';

export const expiredSuppression = defineShapeRule({
  id: 'settings/expired-suppression',
  title: 'Suppression past its day',
  why: 'Somebody promised to look again by that day. It goes on silencing, since a date alone fails no run.',
  mend: 'Look at what it silences: mend it, or give the suppression another day. Set this rule to error to enforce the day.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { expired: 'The suppression “{what}” ({reason}) ended on {until}; it silences {count#finding}.' },
  sources: [],
  // It needs a finding to silence; tests/pipeline/suppressions.test.ts has one.
  examples: { good: [], bad: [] },
});
