// A picture, a sound or a film was asked for, and a text stands for it.

import { partsOf, textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { chat, pair } from '../sample.ts';
import { ALPACA_CLEANED } from '../sources.ts';

const ASKS =
  /^\s{0,9}(?:please |can you |could you )?(?:(?:draw|sketch|paint|photograph)\s+(?:me\s+)?(?:an?|the|some|your)\b|(?:create|generate|make|design|produce|record|compose|render|show me|find)\s+(?:me\s+)?(?:an?|the|some)\s+(?:[\w-]+\s+){0,3}(?:image|picture|photo|photograph|drawing|painting|sketch|gif|animation|video|audio(?: clip)?|sound(?: clip)?|logo|infographic|3d model)\b)/i;
/** What a text can do about it. */
const IN_TEXT =
  /describ|caption|script|idea|title|concept|prompt|ascii|svg|html|css|code|text|story|list|outline|analogy|comparison|conclusion|diagram|line\b|inference|suggest|blank|parallel|picture of (?:the|a) \w+ (?:life|future)|slogan|tagline|name/i;
const LONGEST = 200;
/** A marker, a link to a picture, or the claim that it was made. */
const PRETENDS =
  /^\s*<?\s?no ?output|^\s*[<[(][^\n]*[>\])]\s*$|\bhere(?:'s| is| are)\b[^.\n]{0,60}\b(?:image|picture|photo|drawing|painting|sketch|gif|animation|video|audio|sound|logo|infographic|graphic|model|it)\b|!\[[^\]]*\]\(|\battached\b|\b(?:has|have) been (?:created|generated|drawn|made|designed|recorded)|\bwill be (?:created|generated)/i;
/** The answer owns up. */
const ADMITS = /can(?:no|')t|unable|not able|sorry|not (?:a )?suitable|as an ai/i;

export const impossibleRequest = defineRecordRule({
  id: 'answer/impossible-request',
  title: 'Picture or sound answered with text',
  why: 'The model learns to pretend that it made something.',
  mend: 'Remove the record, or let the answer say what it can do instead.',
  severity: 'info',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { pretends: '“{asked}” is answered with “{text}”.' },
  sources: [ALPACA_CLEANED],
  examples: {
    good: [
      {
        title: 'it says that it cannot',
        record: chat('Draw a cat.', 'I cannot draw, but a cat has four legs.'),
      },
      {
        title: 'a description',
        record: chat('Create a picture description of a cat.', 'A cat sits on a mat.'),
      },
      {
        title: 'drawn with characters',
        record: chat('Draw a cat in ASCII.', ' /\\\\_/\\\\\n( o.o )'),
      },
    ],
    bad: [
      {
        title: 'as if it were there',
        record: chat('Draw a picture of a cat.', 'Here is the picture.'),
        finds: [
          {
            message: 'pretends',
            pointer: '/messages/1/content',
            data: { asked: 'Draw a picture of a cat.', text: 'Here is the picture.' },
          },
        ],
      },
      {
        title: 'a marker',
        record: pair('Generate an image of the sea', '<image of the sea>'),
        finds: [
          {
            message: 'pretends',
            pointer: '/completion',
            data: { asked: 'Generate an image of the sea', text: '<image of the sea>' },
          },
        ],
      },
    ],
  },
  measured: { records: 98842, flagged: 9, inspected: 9, wrong: 0, on: '2026-11-25' },
  create: () => (view, report) => {
    const answer = view.turns.at(-1);
    if (answer?.learned !== true || answer.text === '' || answer.text.length > LONGEST) return;
    const question = view.turns.at(-2);
    if (question?.role !== 'user' || view.example.tools.length > 0) return;
    const asked = question.text.slice(0, LONGEST);
    if (!ASKS.test(asked) || IN_TEXT.test(asked) || ADMITS.test(answer.text)) return;
    if (!(PRETENDS.test(answer.text) || answer.sameAs(question))) return;
    if (partsOf(answer.message).some(({ type }) => type === 'media')) return;
    report({
      message: 'pretends',
      pointer: textPointer(answer.message),
      data: { asked: asked.trim(), text: answer.text.trim() },
    });
  },
});
