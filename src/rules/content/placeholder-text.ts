// Filler text that was to be replaced.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { findAll } from '../../text/find-all.ts';
import { chat, pair } from '../sample.ts';
import { DATATROVE } from '../sources.ts';

const FILLER =
  /\blorem ipsum\b|\b(?:insert|your|add|enter) text here\b|\b(?:example output|your answer|output|answer) goes here\b/gi;

export const placeholderText = defineRecordRule({
  id: 'content/placeholder-text',
  title: 'Filler text in the answer',
  why: 'The model learns to hand out filler instead of content.',
  mend: 'Write the content.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { filler: 'The answer holds filler text: “{text}”.' },
  sources: [DATATROVE],
  examples: {
    good: [
      {
        title: 'it was asked for',
        record: chat('Give me some placeholder text.', 'Lorem ipsum dolor sit amet.'),
      },
      { title: 'talking of it', record: chat('What does a printer do?', 'It prints text here and there.') },
    ],
    bad: [
      {
        title: 'lorem ipsum',
        record: chat('Write about our firm.', 'Lorem ipsum dolor sit amet.'),
        finds: [{ message: 'filler', pointer: '/messages/1/content', data: { text: 'Lorem ipsum' } }],
      },
      {
        title: 'insert text here',
        record: pair('Write an advert.', 'Buy now! Insert text here'),
        finds: [{ message: 'filler', pointer: '/completion', data: { text: 'Insert text here' } }],
      },
    ],
  },
  measured: { records: 48653, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-24' },
  create: ({ hint }) => {
    const words = hint(['lorem ipsum', 'text here', 'output goes here', 'answer goes here']);
    const about = hint([
      'lorem',
      'placeholder',
      'dummy',
      'mock',
      'template',
      'filler',
      'html',
      'code',
      'css',
      'layout',
      'website',
      'web page',
      'form',
      'latex',
      'document',
      '文档',
    ]);
    return (view, report) => {
      for (const turn of view.turns) {
        if (!turn.learned || !turn.has(words)) continue;
        const found = findAll(turn.text, FILLER);
        if (found === undefined || view.promptHas(about)) continue;
        report({
          message: 'filler',
          pointer: textPointer(turn.message),
          data: { text: found.text },
          near: found.at,
        });
      }
    };
  },
});
