// The question speaks of a picture, a file or a text that is not there.

import { partsOf, textPointer } from '../../model/example.ts';
import { defineRecordRule, type Turn } from '../../model/rule.ts';
import { findAll } from '../../text/find-all.ts';
import { chat, pair } from '../sample.ts';
import { ALPACA_CLEANED, OPENAI_BEST } from '../sources.ts';

const LONGEST = 160;
const ATTACHED =
  /\b(?:attached|uploaded) (?:image|photo|picture|file|document|screenshot|spreadsheet|pdf|video)s?\b/gi;
/** At the end of the question: what would follow is not there. */
const FOLLOWING =
  /\bthe (?:following|given) (?:article|text|passage|paragraph|table|image|picture|sentence|email|essay|poem|story|document|tweet|review|code snippet|excerpt)s?(?=[.:?!]?\s*$)/gi;
const ADMITS =
  /\b(?:please|could you|can you) (?:provide|share|send|paste|attach|upload)|\b(?:no|not|don['’]t|cannot|can['’]t|unable)\b[^.\n]{0,60}\b(?:see|provided|attached|access|view|include|find|given)|请提供|没有提供|无法/i;

export const missingContext = defineRecordRule({
  id: 'answer/missing-context',
  title: 'Question without its material',
  why: 'To answer what cannot be seen is to make it up, and that is what the model learns.',
  mend: 'Add the material, or remove the record.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: {
    attached: 'The question speaks of “{text}”, and nothing is attached.',
    text: 'The question speaks of “{text}”, and none follows.',
  },
  sources: [ALPACA_CLEANED, OPENAI_BEST],
  examples: {
    good: [
      {
        title: 'the text follows',
        record: chat('Summarise the following text: The rain had fallen for days.', 'It rained.'),
      },
      {
        title: 'the image is there',
        record: {
          messages: [
            {
              role: 'user',
              content: [
                { type: 'text', text: 'What is in the attached image?' },
                { type: 'image_url', image_url: { url: 'https://example.com/a.png' } },
              ],
            },
            { role: 'assistant', content: 'A cat.' },
          ],
        },
      },
      {
        title: 'in an input',
        record: {
          instruction: 'Summarise the following text.',
          input: 'It had rained for days.',
          output: 'Rain.',
        },
      },
    ],
    bad: [
      {
        title: 'an image',
        record: chat('What is in the attached image?', 'The picture shows a cat asleep on a chair.'),
        finds: [{ message: 'attached', pointer: '/messages/0/content', data: { text: 'attached image' } }],
      },
      {
        title: 'a text',
        record: pair('Summarise the following article.', 'The article is about a flood in the north.'),
        finds: [{ message: 'text', pointer: '/prompt', data: { text: 'the following article' } }],
      },
    ],
  },
  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-24' },
  create: ({ hint }) => {
    const words = hint([
      'attached ',
      'uploaded ',
      'the following ',
      'the given ',
      'the text below',
      'the passage below',
      'the article below',
      'the table below',
    ]);
    const about = hint(['code', 'sql', 'html', 'query', 'function', 'css', 'program', 'script']);
    return (view, report) => {
      if (!view.promptHas(words) || view.promptHas(about) || view.example.tools.length > 0) return;
      const turn = onlyQuestion(view.turns);
      if (turn === undefined || turn.text.length > LONGEST) return;
      if (partsOf(turn.message).some(({ type }) => type !== 'text')) return;
      const answer = view.turns.find(({ learned }) => learned);
      if (answer === undefined || ADMITS.test(answer.text.slice(0, 300))) return;
      const found = findAll(turn.text, ATTACHED) ?? findAll(turn.text, FOLLOWING);
      if (found === undefined) return;
      const message = /^(?:attached|uploaded)/i.test(found.text) ? 'attached' : 'text';
      report({ message, pointer: textPointer(turn.message), data: { text: found.text }, near: found.at });
    };
  },
});

/** The question where it is all there is; in a longer talk the material may stand anywhere. */
function onlyQuestion(turns: readonly Turn[]): Turn | undefined {
  let question: Turn | undefined;
  for (const turn of turns) {
    if (turn.role === 'assistant' || turn.text.trim() === '') continue;
    if (question !== undefined || turn.role !== 'user') return undefined;
    question = turn;
  }
  return question;
}
