// How many columns a text takes on a terminal, and how to fold it into lines.

/** Blocks whose characters take two columns: Hangul, kana, Han and their punctuation, full-width forms, emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f000}-\u{1faff}\u{20000}-\u{3fffd}]/u;
/** Marks that sit on the character before them. */
const NARROW = /\p{Mn}|\p{Me}/u;
// The codes of our own colours.
const COLORS = /\u001b\[[0-9;]*m/g;

/** Columns of a text without control characters; colour codes count nothing. */
export function columnsOf(text: string): number {
  const bare = text.includes('\u001b') ? text.replace(COLORS, '') : text;
  if (/^[\u0000-\u007f]*$/.test(bare)) return bare.length;
  let columns = 0;
  for (const char of bare) columns += NARROW.test(char) ? 0 : WIDE.test(char) ? 2 : 1;
  return columns;
}

export const padEnd = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - columnsOf(text)));

export const padStart = (text: string, columns: number): string =>
  ' '.repeat(Math.max(0, columns - columnsOf(text))) + text;

/** Folds words into lines of at most `columns`; a longer word stands on a line of its own. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  let width = 0;
  for (const word of text.split(' ')) {
    const size = columnsOf(word);
    if (width > 0 && width + 1 + size > columns) {
      lines.push(line);
      line = word;
      width = size;
    } else {
      line = width === 0 ? word : `${line} ${word}`;
      width += (width === 0 ? 0 : 1) + size;
    }
  }
  lines.push(line);
  return lines;
}

/** Wrapped, with what stands before the first line and the others. */
export function indent(
  text: string,
  columns: number,
  first: string,
  others = ' '.repeat(columnsOf(first)),
): string[] {
  return wrap(text, Math.max(20, columns - columnsOf(first))).map(
    (line, i) => (i === 0 ? first : others) + line,
  );
}

/** Cells in aligned columns, two spaces between them; the last is left as it is. */
export function table(rows: readonly (readonly string[])[], between = '  '): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, i) => {
      widths[i] = Math.max(widths[i] ?? 0, columnsOf(cell));
    });
  }
  return rows.map((row) =>
    row
      .map((cell, i) => (i === row.length - 1 ? cell : padEnd(cell, widths[i] ?? 0)))
      .join(between)
      .trimEnd(),
  );
}
