// The answer says that something was done which nothing in the record could do.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { findAll } from '../../text/find-all.ts';
import { chat, pair } from '../sample.ts';
import { ALPACA_CLEANED, OPENAI_BEST } from '../sources.ts';

const LONGEST = 300;
const CLAIM =
  /\bI(?: have|['’]ve) (?:just |now |already |successfully )?(?:sent|scheduled|booked|updated|deleted|e-?mailed|ordered|saved|cancel+ed|turned (?:on|off)) (?:an?|the|your|it)\b(?: \w{1,20})?|\bhas been (?:successfully )?(?:increased|decreased|sent|booked|scheduled|ordered|deleted|turned (?:on|off))\b/gi;

export const claimsAction = defineRecordRule({
  id: 'answer/claims-action',
  title: 'Claims to have done something',
  why: 'The model learns to say that it has sent or booked something when it has not.',
  mend: 'Let the answer say what it can do, or add the call that does it.',
  severity: 'info',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { claim: 'The answer says “{text}”, and no tool could have done it.' },
  sources: [ALPACA_CLEANED, OPENAI_BEST],
  examples: {
    good: [
      {
        title: 'with a tool',
        record: {
          messages: [...chat('Book a table.', 'I have booked a table for you.').messages],
          tools: [{ type: 'function', function: { name: 'book' } }],
        },
      },
      {
        title: 'in a letter',
        record: chat('Write an email that the file is sent.', 'I have sent the file.'),
      },
    ],
    bad: [
      {
        title: 'booked',
        record: chat('Book a table for two.', 'I have booked a table for you.'),
        finds: [
          { message: 'claim', pointer: '/messages/1/content', data: { text: 'I have booked a table' } },
        ],
      },
      {
        title: 'by itself',
        record: pair('Increase the font size.', 'The font size has been increased.'),
        finds: [{ message: 'claim', pointer: '/completion', data: { text: 'has been increased' } }],
      },
    ],
  },
  measured: { records: 55597, flagged: 2, inspected: 2, wrong: 0, on: '2026-11-24' },
  create: ({ hint }) => {
    const words = hint(['i have ', "i've ", 'i’ve ', 'has been ']);
    const about = hint([
      'write',
      'email',
      'e-mail',
      'letter',
      'story',
      'sentence',
      'role',
      'dialog',
      'rewrite',
      'translat',
      'message',
      'compose',
      'paraphras',
      'passive',
      'edit',
      'response',
      'reply',
      'post',
      'describe',
      'generate',
      'create',
      'convert',
      'change',
      'what',
      'how',
      'why',
      'explain',
      'grammar',
      'correct',
      'text',
      'code',
      'list',
      'sql',
      'report',
      'summar',
    ]);
    return (view, report) => {
      const turn = view.turns.find(({ role }) => role === 'assistant');
      if (turn === undefined || !turn.learned || turn.text.length > LONGEST || !turn.has(words)) return;
      if (view.example.tools.length > 0 || view.promptHas(about)) return;
      const found = findAll(turn.text.slice(0, 120), CLAIM);
      if (found === undefined) return;
      report({
        message: 'claim',
        pointer: textPointer(turn.message),
        data: { text: found.text },
        near: found.at,
      });
    };
  },
});
