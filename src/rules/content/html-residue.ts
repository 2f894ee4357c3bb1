// Tags of a web page in an answer that is to be plain text.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { TextBits } from '../../model/text-bits.ts';
import { withoutCode } from '../../text/code-spans.ts';
import { beginning, findAll } from '../../text/find-all.ts';
import { ABOUT_MARKUP } from '../about-markup.ts';
import { chat, pair } from '../sample.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

const TAG =
  /<\/?(?:a|b|big|blockquote|br|center|dd|div|dl|dt|em|font|h[1-6]|hr|i|img|li|ol|p|small|span|strong|table|tbody|td|th|thead|tr|u|ul)(?:\s[^<>]{0,200})?\s?\/?>/gi;
/** A page, a program or a query, whatever the prompt says. */
const DOCUMENT =
  /<!doctype|<html|<body|<head>|<script|<form|<input|<label|<select|<style|<\?php|<\?xml|\/>\s*\)|className=|=>|\bfunction\s*\(|;\s*$/im;
/** Words that ask for a look that only markup gives. */
const FORMATTED =
  /\bweb|format|font|style|highlight|\bbold|page|e-?mail|template|\bform\b|wiki|程序|表单|网页|网站|模板|格式/i;
const FEWEST = 3;

export const htmlResidue = defineRecordRule({
  id: 'content/html-residue',
  title: 'Tags of a web page in plain text',
  why: 'The model learns to write tags where nobody will render them.',
  mend: 'Turn the tags into plain text or Markdown.',
  severity: 'info',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { tags: 'The answer holds {count#tag}, such as “{text}”.' },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      { title: 'HTML was asked for', record: chat('Write HTML.', '<p>One</p><p>Two</p>') },
      { title: 'in code', record: chat('How is a list made?', 'With `<ul><li>one</li></ul>`.') },
      { title: 'less than', record: chat('Sort them.', '1 <b and b> a, so a <b, and c <b') },
    ],
    bad: [
      {
        title: 'breaks',
        record: chat('Name three towns.', 'Rome<br>Oslo<br/>Lima<br>'),
        finds: [{ message: 'tags', pointer: '/messages/1/content', data: { count: 3, text: '<br>' } }],
      },
      {
        title: 'paragraphs of a page',
        record: pair('Tell me of rain.', '<p>Rain is <b>water</b>.</p>'),
        finds: [{ message: 'tags', pointer: '/completion', data: { count: 4, text: '<p>' } }],
      },
    ],
  },
  measured: { records: 98842, flagged: 2, inspected: 2, wrong: 0, on: '2026-11-25' },
  create: ({ hint }) => {
    const about = hint(ABOUT_MARKUP);
    return (view, report) => {
      for (const turn of view.turns) {
        if (!turn.learned || (turn.bits & TextBits.less) === 0 || view.promptHas(about)) continue;
        const text = withoutCode(beginning(turn.text));
        const found = findAll(text, TAG);
        if (found === undefined || found.count < FEWEST || DOCUMENT.test(text)) continue;
        if (view.turns.some(({ learned, text: asked }) => !learned && FORMATTED.test(asked))) continue;
        report({
          message: 'tags',
          pointer: textPointer(turn.message),
          data: { count: found.count, text: found.text },
          near: found.at,
        });
      }
    };
  },
});
