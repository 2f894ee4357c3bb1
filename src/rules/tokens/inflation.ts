// Text that takes far more tokens than its length lets expect: base64, hexadecimal, noise.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { TextBits } from '../../model/text-bits.ts';
import { chat, pair } from '../sample.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

const SHORTEST = 300;
/** Characters per token: English has four and more, code three, base64 well under two. */
const FEW = 1.6;
/** Tables of numbers are dense too, but made of words. */
const UNBROKEN = /\S{100}/;
const NOISE = 'q7Zx9Kp2Lm4Vt8Rw3Yb6Nc1Hd5Jf0Gs'.repeat(12);

export const inflation = defineRecordRule({
  id: 'tokens/inflation',
  title: 'Many tokens for little text',
  why: 'Base64, hexadecimal and other noise cost a token every one or two characters and teach nothing.',
  mend: 'Cut the data out of the text, or put a short name in its place.',
  severity: 'info',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { dense: '{tokens} tokens for {count#character}.' },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      {
        title: 'prose',
        record: chat('Tell me of rain.', 'Rain is water that falls from the clouds. '.repeat(10)),
      },
      { title: 'a short one', record: chat('What is it?', NOISE.slice(0, 60)) },
    ],
    bad: [
      {
        title: 'noise in the answer',
        record: chat('Give me the key.', NOISE),
        finds: [{ message: 'dense', pointer: '/messages/1/content' }],
      },
      {
        title: 'hexadecimal in the prompt',
        record: pair(`What is this? ${'9f3ae07c1d5b'.repeat(40)}`, 'I do not know.'),
        finds: [{ message: 'dense', pointer: '/prompt' }],
      },
    ],
  },
  measured: { records: 98842, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: () => (view, report) => {
    for (const { text, tokens, bits, message } of view.turns) {
      // Of a message with parts the tokens beside its text are counted in.
      if (typeof message.content !== 'string') continue;
      // Other writings have other measures.
      if (text.length < SHORTEST || tokens * FEW <= text.length || (bits & TextBits.nonAscii) !== 0) continue;
      if (!UNBROKEN.test(text)) continue;
      report({ message: 'dense', pointer: textPointer(message), data: { tokens, count: text.length } });
    }
  },
});
