// A first answer that apologizes for an earlier one.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { chat } from '../sample.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

const APOLOGY =
  /^\s{0,9}(?:I (?:sincerely )?apologi[sz]e for (?:the|my|any) (?:confusion|mistake|error|misunderstanding|oversight)|(?:I['’]m|I am) sorry for (?:the|my) (?:confusion|mistake|misunderstanding)|you(?:['’]re| are) (?:absolutely )?right[,.!] (?:I|my)\b|my (?:mistake|apologies)[,.!])/i;

export const apologyOpener = defineRecordRule({
  id: 'residue/apology-opener',
  title: 'Apology for a turn that is not there',
  why: 'The first half of a chat was lost; the model learns to apologize for nothing.',
  mend: 'Cut the apology, or bring back the earlier turns.',
  severity: 'info',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { apology: 'The first answer apologizes for an earlier one.' },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      {
        title: 'after a complaint',
        record: chat('That was wrong!', 'I apologize for the confusion. It is Lima.'),
      },
      {
        title: 'in a second answer',
        record: {
          messages: [
            ...chat('Capital of Peru?', 'Quito').messages,
            ...chat('Of Peru?', 'My apologies. Lima.').messages,
          ],
        },
      },
    ],
    bad: [
      {
        title: 'confusion',
        record: chat('Capital of Peru?', 'I apologize for the confusion. It is Lima.'),
        finds: [{ message: 'apology', pointer: '/messages/1/content' }],
      },
      {
        title: 'right you are',
        record: chat('Capital of Peru?', 'You are right, I was wrong. It is Lima.'),
        finds: [{ message: 'apology', pointer: '/messages/1/content' }],
      },
    ],
  },

  measured: { records: 55597, flagged: 4, inspected: 4, wrong: 0, on: '2026-11-24' },
  create: ({ hint }) => {
    const words = hint(['apolog', 'sorry for', 'right,', 'right.', 'right!', 'my mistake']);
    const about = hint([
      'apolog',
      'sorry',
      'wrong',
      'mistake',
      'incorrect',
      'error',
      'not right',
      'confus',
      'complain',
      'customer',
      'reply',
      'respon',
      'write',
      'are you sure',
      'correct',
      'letter',
      'email',
      'dialog',
      'rewrite',
      'translat',
      'act as',
    ]);
    return (view, report) => {
      const turn = view.turns.find(({ role }) => role === 'assistant');
      if (turn === undefined || !turn.learned || !turn.has(words) || !APOLOGY.test(turn.text)) return;
      if (view.promptHas(about)) return;
      report({ message: 'apology', pointer: textPointer(turn.message) });
    };
  },
});
