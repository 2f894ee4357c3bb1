// Dialogues written as one text, in which "\n\nHuman:" and "\n\nAssistant:" say who speaks.

import type { Message } from '../model/example.ts';
import { fieldMessage } from './field-codec.ts';

const MARK = /(?:^|\n\n)(Human|Assistant):/g;
const OPENING = /^\s{0,2}(?:Human|Assistant):/;

/** Whether a text begins as such a dialogue does. */
export const isTranscript = (text: string): boolean => OPENING.test(text);

/** The turns of a transcript; each stands at the field that holds the whole text. */
export function parseTranscript(text: string, field: string): Message[] {
  const marks = [...text.matchAll(MARK)];
  return marks.map((mark, i) => {
    const said = text.slice(mark.index + mark[0].length, marks[i + 1]?.index ?? text.length);
    // One space follows the colon and belongs to it.
    const content = said.startsWith(' ') ? said.slice(1) : said;
    return fieldMessage(mark[1] === 'Human' ? 'user' : 'assistant', content, field);
  });
}
