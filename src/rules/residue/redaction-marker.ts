// Marks that stand where a name or an address was removed.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { findAll } from '../../text/find-all.ts';
import { chat, pair } from '../sample.ts';
import { DOLMA } from '../sources.ts';

const MARK =
  /\[REDACTED\]|<(?:PERSON|EMAIL_ADDRESS|PHONE_NUMBER)>|\|\|\|(?:EMAIL_ADDRESS|PHONE_NUMBER|IP_ADDRESS)\|\|\||\bNAME_\d{1,3}\b/g;

export const redactionMarker = defineRecordRule({
  id: 'residue/redaction-marker',
  title: 'Redaction marks',
  why: 'The model learns to write the marks where it should write names.',
  mend: 'Put made-up names and addresses in their place.',
  severity: 'info',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { mark: '{count#redaction mark}, such as {text}.' },
  sources: [DOLMA],
  examples: {
    good: [
      { title: 'it was asked for', record: chat('Redact the names.', '[REDACTED] went home.') },
      { title: 'capitals', record: chat('Who?', 'NAME of the game') },
    ],
    bad: [
      {
        title: 'redacted',
        record: chat('Who called?', '[REDACTED] called.'),
        finds: [{ message: 'mark', pointer: '/messages/1/content', data: { count: 1, text: '[REDACTED]' } }],
      },
      {
        title: 'two of a kind',
        record: pair('Who called?', 'NAME_1 called NAME_2.'),
        finds: [{ message: 'mark', pointer: '/completion', data: { count: 2, text: 'NAME_1' } }],
      },
    ],
  },

  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-24' },
  create: ({ hint }) => {
    const words = hint([
      '[redacted]',
      '<person>',
      '<email_address>',
      '<phone_number>',
      'name_1',
      '|||email',
      '|||phone',
      '|||ip_',
    ]);
    const about = hint([
      'redact',
      'anonymi',
      'mask',
      'name_1',
      '<person>',
      'placeholder',
      'code',
      'regex',
      'identify',
      'entit',
    ]);
    return (view, report) => {
      for (const turn of view.turns) {
        if (!turn.learned || !turn.has(words)) continue;
        const found = findAll(turn.text, MARK);
        if (found === undefined || view.promptHas(about)) continue;
        report({
          message: 'mark',
          pointer: textPointer(turn.message),
          data: { count: found.count, text: found.text },
          near: found.at,
        });
      }
    };
  },
});
