// A slot in brackets that someone was to fill.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { withoutCode } from '../../text/code-spans.ts';
import { findAll } from '../../text/find-all.ts';
import { chat, pair } from '../sample.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

/** In a letter the names are for the reader to fill in. */
const LETTER = /^\s{0,9}(?:Dear|Hi|Hey|Hello|Subject)\b/;
const SLOT =
  /\[(?:[Yy]our|[Ii]nsert|INSERT|YOUR)(?: [A-Za-z]{1,20}){1,5}\](?!\()|\[(?:Company|Customer|Recipient|Product)?(?:(?<=[a-z]) )?(?:Name|Date|Country|City|Address|Phone(?: Number)?|Email)\](?!\()/g;

export const bracketSlot = defineRecordRule({
  id: 'content/bracket-slot',
  title: 'Slot left open',
  why: 'The model learns to leave slots open where a user expects the text.',
  mend: 'Fill the slot, or let the prompt ask for a template.',
  severity: 'info',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { slot: '{count#open slot}, such as {text}.' },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      {
        title: 'a letter was asked for',
        record: chat('Write a letter to my landlord.', 'Dear [Landlord Name],'),
      },
      { title: 'a link', record: chat('Where?', '[Date picker](https://example.com)') },
    ],
    bad: [
      {
        title: 'a name',
        record: chat('Who are you?', 'My name is [Your Name].'),
        finds: [{ message: 'slot', pointer: '/messages/1/content', data: { count: 1, text: '[Your Name]' } }],
      },
      {
        title: 'something to insert',
        record: pair('Tell me of Oslo.', 'It lies in [insert country] and [Country].'),
        finds: [{ message: 'slot', pointer: '/completion', data: { count: 2, text: '[insert country]' } }],
      },
    ],
  },
  measured: { records: 48653, flagged: 4, inspected: 4, wrong: 0, on: '2026-11-24' },
  create: ({ hint }) => {
    const words = hint([
      '[your',
      '[insert',
      '[name',
      '[company',
      '[date',
      '[country',
      '[city',
      '[address',
      '[phone',
      '[email',
      '[product',
      '[customer',
      '[recipient',
    ]);
    const about = hint([
      'template',
      'letter',
      'email',
      'e-mail',
      'form',
      'draft',
      'message',
      'script',
      'post',
      'speech',
      'invitation',
      'contract',
      'resume',
      'cv',
      'cover',
      'advert',
      'press',
      'review',
      'reply',
      'respon',
      'memo',
      'invoice',
      'blank',
      'slogan',
      'note',
      'introduc',
      '[',
      '邮件',
      '信',
      '脚本',
      '演讲',
      '模板',
      '活动',
      '介绍',
    ]);
    return (view, report) => {
      for (const turn of view.turns) {
        if (!turn.learned || !turn.has(words)) continue;
        const found = LETTER.test(turn.text) ? undefined : findAll(withoutCode(turn.text), SLOT);
        if (found === undefined || view.promptHas(about)) continue;
        report({
          message: 'slot',
          pointer: textPointer(turn.message),
          data: { count: found.count, text: found.text },
          near: found.at,
        });
      }
    };
  },
});
