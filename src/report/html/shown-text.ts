// Text from the data on the page: what cannot be seen stands there as its code, and the codes look different from the text.

import { cut, plainText } from '../plain.ts';
import { html, type Markup } from './markup.ts';

/** What plainText puts in place of a character. */
const CODE = /(\\u\{[0-9a-f]{4,6}\}|[⏎␍␉␛␀])/;

/** As developers write them: fonts seldom have the pictures of control characters. */
const WRITTEN: Readonly<Record<string, string>> = {
  '⏎': '\\n',
  '␍': '\\r',
  '␉': '\\t',
  '␛': '\\e',
  '␀': '\\0',
};

/** The text, inert, cut, with its codes marked. */
export function shownText(text: string, length: number): Markup {
  const pieces = cut(plainText(text), length).split(CODE);
  return html`${pieces.map((piece, i) => (i % 2 === 1 ? html`<i>${WRITTEN[piece] ?? piece}</i>` : piece))}`;
}
