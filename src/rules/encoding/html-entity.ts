// Characters written as HTML entities where nothing else is HTML.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { TextBits } from '../../model/text-bits.ts';
import { withoutCode } from '../../text/code-spans.ts';
import { beginning, findAll } from '../../text/find-all.ts';
import { ABOUT_MARKUP } from '../about-markup.ts';
import { chat } from '../sample.ts';
import { ALPACA_CLEANED } from '../sources.ts';

const ENTITY =
  /&(?:amp|lt|gt|quot|apos|nbsp|copy|reg|hellip|[lr][sd]quo|[mn]dash|#\d{2,6}|#x[0-9a-f]{2,5});/gi;
const DOUBLE = /&amp;(?:amp|lt|gt|quot|apos|nbsp|#\d{2,6}|#x[0-9a-f]{2,5});/gi;
const TAG = /<\/?[a-z][a-z0-9]{0,10}[\s/>]/i;

export const htmlEntity = defineRecordRule({
  id: 'encoding/html-entity',
  title: 'HTML entities in plain text',
  why: 'The text was taken from a web page without decoding it; the model learns to write the entities.',
  mend: 'Decode the entities once.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: {
    entity: '{count#HTML entity}, the first is {entity}.',
    double: '{count#HTML entity} encoded twice, the first is {entity}.',
  },
  sources: [ALPACA_CLEANED],
  examples: {
    good: [
      { title: 'an answer in HTML', record: chat('Write a heading.', '<h1>Fish &amp; chips</h1>') },
      { title: 'a company', record: chat('Who?', 'AT&T; and others') },
      { title: 'the question asks for it', record: chat('How do I escape a less-than sign?', 'Write &lt;.') },
    ],
    bad: [
      {
        title: 'an ampersand',
        record: chat('Dinner?', 'Fish &amp; chips, &quot;to go&quot;'),
        finds: [{ message: 'entity', pointer: '/messages/1/content', data: { count: 3, entity: '&amp;' } }],
      },
      {
        title: 'encoded twice',
        record: chat('Dinner?', 'Fish &amp;amp; chips'),
        finds: [
          { message: 'double', pointer: '/messages/1/content', data: { count: 1, entity: '&amp;amp;' } },
        ],
      },
    ],
  },
  measured: { records: 48653, flagged: 134, inspected: 14, wrong: 0, on: '2026-11-24' },
  create: ({ hint }) => {
    const about = hint(ABOUT_MARKUP);
    return (view, report) => {
      for (const turn of view.turns) {
        if (!turn.learned || (turn.bits & TextBits.ampersand) === 0) continue;
        const text = withoutCode(turn.text);
        const double = findAll(text, DOUBLE);
        const found = double ?? findAll(text, ENTITY);
        if (found === undefined || view.promptHas(about)) continue;
        if (double === undefined && turn.bits & TextBits.less && TAG.test(beginning(text))) continue;
        const message = double === undefined ? 'entity' : 'double';
        const data = { count: found.count, entity: found.text };
        report({ message, pointer: textPointer(turn.message), data, near: found.at });
      }
    };
  },
});
