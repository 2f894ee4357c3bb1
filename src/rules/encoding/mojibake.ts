// UTF-8 that was once read as windows-1252: “donâ€™t”. Told only where undoing the mistake gives valid UTF-8 again.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { TextBits } from '../../model/text-bits.ts';

/** What windows-1252 shows for the bytes 0x80 to 0x9F, in order; the five it leaves out stand for themselves. */
const UPPER =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';
const TAIL = `\\u0080-\\u00bf${UPPER}`;
/** A lead byte's image and the images of what follows it. */
const SUSPECT = new RegExp(
  `[\\u00c2\\u00c3][${TAIL}]|\\u00e2[\\u20ac\\u201a\\u2020\\u0080\\u0082][${TAIL}]|\\u00ef\\u00bb\\u00bf|\\u00f0\\u0178[${TAIL}]{2}|\\u00ef\\u00bf\\u00bd`,
  'g',
);
const BYTES = new Map<number, number>([...UPPER].map((char, i) => [char.charCodeAt(0), 0x80 + i]));
const LOOK = 1 << 20;

export const mojibake = defineRecordRule({
  id: 'encoding/mojibake',
  title: 'Garbled letters',
  why: 'The text was decoded with the wrong encoding; the model learns to write the garbled letters.',
  mend: 'Read the original again as UTF-8, or put the letters right.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { garbled: '{count#garbled sequence}; {garbled} was {meant}.' },
  sources: [
    { title: 'ftfy, fixes text for you', url: 'https://github.com/rspeer/python-ftfy', read: '2026-11-22' },
  ],
  examples: {
    good: [
      {
        title: 'accented capitals',
        record: {
          messages: [
            { role: 'user', content: 'Translate: brother' },
            { role: 'assistant', content: '“IRMÃO”, em maiúsculas: “NÃO”.' },
          ],
        },
      },
      {
        title: 'a sharp s before a closing quote',
        record: {
          messages: [
            { role: 'user', content: 'Sag etwas.' },
            { role: 'assistant', content: 'Er rief: “Viel Spaß”' },
          ],
        },
      },
    ],
    bad: [
      {
        title: 'an apostrophe',
        record: {
          messages: [
            { role: 'user', content: 'Can you?' },
            { role: 'assistant', content: 'I donâ€™t know.' },
          ],
        },
        finds: [
          {
            message: 'garbled',
            pointer: '/messages/1/content',
            data: { count: 1, garbled: 'â€™', meant: '’' },
          },
        ],
      },
      {
        title: 'an accent and a currency sign',
        record: { instruction: 'Price of a cafÃ© crÃ¨me?', output: 'Â£3.' },
        finds: [
          { message: 'garbled', pointer: '/instruction', data: { count: 2, garbled: 'Ã©', meant: 'é' } },
          { message: 'garbled', pointer: '/output', data: { count: 1, garbled: 'Â£', meant: '£' } },
        ],
      },
    ],
  },
  measured: { records: 98842, flagged: 98, inspected: 12, wrong: 0, on: '2026-11-25' },
  create: () => (view, report) => {
    for (const turn of view.turns) {
      // Every suspect begins with a letter whose UTF-8 begins with C3, and is followed by one that begins C2 or above.
      if ((turn.bits & TextBits.leadC3) === 0) continue;
      const found = garbled(turn.text.length > LOOK ? turn.text.slice(0, LOOK) : turn.text);
      if (found === undefined) continue;
      const { count, at, text, meant } = found;
      report({
        message: 'garbled',
        pointer: textPointer(turn.message),
        data: { count, garbled: text, meant },
        near: at,
      });
    }
  },
});

function garbled(text: string): { count: number; at: number; text: string; meant: string } | undefined {
  let count = 0;
  let first: { at: number; text: string; meant: string } | undefined;
  for (const match of text.matchAll(SUSPECT)) {
    const meant = undo(match[0]);
    if (meant === undefined) continue;
    // “IRMÔ before a closing quote: a capital with a tilde among capitals is a word, not a garbled one.
    if (/[A-Z]/.test(text[match.index - 1] ?? '') && match[0].length === 2) continue;
    count += 1;
    first ??= { at: match.index, text: match[0], meant };
  }
  return first === undefined ? undefined : { count, ...first };
}

/** The text that was meant, if these characters are the images of valid UTF-8. */
function undo(text: string): string | undefined {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    const byte = BYTES.get(unit) ?? unit;
    if (byte > 0xff) return undefined;
    bytes[i] = byte;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
