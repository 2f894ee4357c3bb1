// A pair with nothing on one side.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { foldText } from '../../text/normal-forms.ts';
import { sidesOf } from '../pairs.ts';
import { TOGETHER_CHECK } from '../sources.ts';

export const missingSide = defineRecordRule({
  id: 'preference/missing-side',
  title: 'One answer is missing',
  why: 'Against nothing every answer wins: the pair teaches only that saying nothing is bad.',
  mend: 'Add the worse answer, or use the record for supervised training.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'drop',
  kinds: ['preference'],
  // What is no text or is not there at all has been told by then.
  knockOnOf: [
    'structure/missing-field',
    'structure/wrong-type',
    'structure/null-content',
    'structure/empty-messages',
  ],
  options: {},
  messages: { blank: 'The worse answer says nothing.', alone: 'There is one answer only.' },
  sources: [TOGETHER_CHECK],
  examples: {
    good: [
      { title: 'two answers', record: { prompt: 'Capital of Peru?', chosen: 'Lima', rejected: 'Quito' } },
      { title: 'one letter is an answer', record: { prompt: 'A or B?', chosen: 'A', rejected: 'B' } },
    ],
    bad: [
      {
        title: 'an empty text',
        record: { prompt: 'Capital of Peru?', chosen: 'Lima', rejected: '' },
        finds: [{ message: 'blank', pointer: '/rejected' }],
      },
      {
        title: 'white space',
        record: { prompt: 'Capital of Peru?', chosen: 'Lima', rejected: ' \n' },
        finds: [{ message: 'blank', pointer: '/rejected' }],
      },
      {
        title: 'a list with one completion',
        record: {
          contents: [{ role: 'user', parts: [{ text: 'Capital of Peru?' }] }],
          completions: [{ score: 1, completion: { role: 'model', parts: [{ text: 'Lima' }] } }],
        },
        finds: [{ message: 'alone', pointer: '' }],
      },
    ],
  },
  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: () => (view, report) => {
    if (view.example.kind !== 'preference') return;
    if (view.example.answers.length < 2) {
      report({ message: 'alone', pointer: '' });
      return;
    }
    const worse = sidesOf(view)?.worse;
    if (worse === undefined || typeof worse.message.content !== 'string' || worse.text.length > SHORT) return;
    if (foldText(worse.text) === '') report({ message: 'blank', pointer: textPointer(worse.message) });
  },
});

/** White space and invisible characters go on for so long at most. */
const SHORT = 100;
