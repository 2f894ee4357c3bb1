// An answer that refuses, and does nothing else: the model learns to refuse.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';

export const REFUSAL_WORDS = [
  'can\u2019t',
  "can't",
  'cannot',
  'can not',
  'unable',
  'won\u2019t',
  "won't",
  'will not',
  'not able',
  'not comfortable',
];
/** Where a refusal stands if it is one. */
const OPENING = 200;
const LONGEST = 600;
const MOST_WORDS = 60;
const CANNOT =
  "(?:I|we)(?:['\u2019]m| am|['\u2019]re| are)?(?: sorry,? but I)? ?(?:can['\u2019]?t|cannot|can not|unable to|won['\u2019]t|will not|not able to|not comfortable)";
const VERB =
  '(?:assist|help|provide|fulfil|fulfill|comply|generate|create|answer|engage|support|do that|discuss|continue|access|browse|participate|respond)';
const REFUSAL = new RegExp(
  `^(?:[^.!?:\\n]{0,40}\\b(?:sorry|apologi[sz]e|apologies|unfortunately)\\b[^.!?\\n]{0,40}\\b)?${CANNOT}\\b[^.!?\\n]{0,30}\\b${VERB}`,
  'i',
);

/** A short text that says at its beginning that it cannot, and does nothing else. */
export const refuses = (text: string): boolean =>
  text.length <= LONGEST &&
  REFUSAL.test(text.slice(0, OPENING).trimStart()) &&
  text.split(/\s+/, MOST_WORDS + 1).length <= MOST_WORDS;

export const refusal = defineRecordRule({
  id: 'residue/refusal',
  title: 'Answer refuses',
  why: 'Left over from the model that wrote the data. A set with many refusals makes a model that refuses what it could answer.',
  mend: 'Remove the record, or write the answer; keep refusals you mean to teach.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'drop',
  options: {},
  messages: { refusal: 'The whole answer is a refusal.' },
  sources: [
    {
      title: 'OpenAI, fine-tuning best practices',
      url: 'https://developers.openai.com/api/docs/guides/fine-tuning-best-practices',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      {
        title: 'a real answer follows',
        record: {
          messages: [
            { role: 'user', content: 'How warm was it in Bonn?' },
            {
              role: 'assistant',
              content: `I cannot provide past weather data, but here is how to find it yourself. ${'Open the weather service, choose the station and the day, and read the table. '.repeat(6)}`,
            },
          ],
        },
      },
      {
        title: 'declining what no tool can do',
        record: {
          messages: [
            { role: 'user', content: 'What will the share cost next year?' },
            { role: 'assistant', content: 'I’m sorry, but I cannot help with that.' },
          ],
          tools: [{ type: 'function', function: { name: 'share_price' } }],
        },
      },
      {
        title: 'inability in a story',
        record: {
          messages: [
            { role: 'user', content: 'Tell me of the storm.' },
            { role: 'assistant', content: 'The rain came down so hard that I could not see my own hands.' },
          ],
        },
      },
    ],
    bad: [
      {
        title: 'sorry',
        record: {
          messages: [
            { role: 'user', content: 'Draw me a map.' },
            { role: 'assistant', content: 'I’m sorry, but I can’t help with that.' },
          ],
        },
        finds: [{ message: 'refusal', pointer: '/messages/1/content' }],
      },
      {
        title: 'unfortunately',
        record: {
          instruction: 'Summarise https://example.com',
          output: 'Unfortunately, I am unable to access the internet.',
        },
        finds: [{ message: 'refusal', pointer: '/output' }],
      },
    ],
  },
  measured: { records: 55597, flagged: 27, inspected: 15, wrong: 0, on: '2026-11-24' },
  create: ({ hint }) => {
    const words = hint(REFUSAL_WORDS);
    return (view, report) => {
      // With tools at hand, to decline what they cannot do is a lesson of its own.
      if (view.example.tools.length > 0) return;
      for (const turn of view.turns) {
        if (!turn.learned || !turn.has(words)) continue;
        if (!refuses(turn.text) || isMeant(view.example.extra)) continue;
        report({ message: 'refusal', pointer: textPointer(turn.message) });
      }
    };
  },
});

/** The record says itself that it is there to teach refusing. */
function isMeant(extra: Readonly<Record<string, unknown>> | undefined): boolean {
  if (extra === undefined) return false;
  return ['category', 'label', 'type', 'task'].some((key) => {
    const value = Object.hasOwn(extra, key) ? extra[key] : undefined;
    return typeof value === 'string' && /refus|safety|harm/i.test(value);
  });
}
