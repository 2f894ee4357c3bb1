// HTML from templates in which text from the data cannot become markup: what is put in is escaped, unless it is markup itself.

/** Markup that may stand as it is; only `html` and `trusted` make it. */
export interface Markup {
  readonly markup: string;
}

type Piece = string | number | Markup | readonly Piece[] | undefined;

export function html(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  let markup = parts[0] ?? '';
  pieces.forEach((piece, i) => {
    markup += markupOf(piece) + (parts[i + 1] ?? '');
  });
  return { markup };
}

/** For constants of our own: styles, scripts. */
export const trusted = (markup: string): Markup => ({ markup });

export const NOTHING: Markup = { markup: '' };

function markupOf(piece: Piece): string {
  if (piece === undefined) return '';
  if (typeof piece === 'string') return escapeHtml(piece);
  if (typeof piece === 'number') return String(piece);
  if ('markup' in piece) return piece.markup;
  return piece.map(markupOf).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
