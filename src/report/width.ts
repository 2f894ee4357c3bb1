// How many columns a text takes on a terminal, and how to fold it into lines.

/** Characters of two columns: Hangul, kana, Han and their punctuation, full-width forms, and signs that are drawn as emoji. */
const WIDE =
  /[\u1100-\u115f\u231a\u231b\u2329\u232a\u23e9-\u23ec\u23f0\u23f3\u25fd\u25fe\u2614\u2615\u2648-\u2653\u267f\u2693\u26a1\u26aa\u26ab\u26bd\u26be\u26c4\u26c5\u26ce\u26d4\u26ea\u26f2\u26f3\u26f5\u26fa\u26fd\u2705\u270a\u270b\u2728\u274c\u274e\u2753-\u2755\u2757\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55\u2e80-\u303e\u3041-\u3247\u3250-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{1b2ff}\u{1f004}\u{1f0cf}\u{1f18e}\u{1f191}-\u{1f19a}\u{1f200}-\u{1f320}\u{1f32d}-\u{1f335}\u{1f337}-\u{1f37c}\u{1f37e}-\u{1f393}\u{1f3a0}-\u{1f3ca}\u{1f3cf}-\u{1f3d3}\u{1f3e0}-\u{1f3f0}\u{1f3f4}\u{1f3f8}-\u{1f43e}\u{1f440}\u{1f442}-\u{1f4fc}\u{1f4ff}-\u{1f53d}\u{1f54b}-\u{1f54e}\u{1f550}-\u{1f567}\u{1f57a}\u{1f595}\u{1f596}\u{1f5a4}\u{1f5fb}-\u{1f64f}\u{1f680}-\u{1f6c5}\u{1f6cc}\u{1f6d0}-\u{1f6d2}\u{1f6d5}-\u{1f6df}\u{1f6eb}-\u{1f6ef}\u{1f6f4}-\u{1f6ff}\u{1f7e0}-\u{1f7f0}\u{1f90c}-\u{1f93a}\u{1f93c}-\u{1f945}\u{1f947}-\u{1f9ff}\u{1fa70}-\u{1faff}\u{20000}-\u{3fffd}]/u;
/** Marks that sit on the character before them. */
const MARK = /[\p{Mn}\p{Me}]/u;
// The codes of our own colours.
const COLORS = /\u001b\[[0-9;]*m/g;

/** Columns of a text without control characters; colour codes count nothing. */
export function columnsOf(text: string): number {
  const bare = text.includes('\u001b') ? text.replace(COLORS, '') : text;
  if (/^[\u0000-\u007f]*$/.test(bare)) return bare.length;
  let columns = 0;
  for (const char of bare) columns += columnsOfChar(char);
  return columns;
}

const columnsOfChar = (char: string): number => (MARK.test(char) ? 0 : WIDE.test(char) ? 2 : 1);

/** At most `columns` wide, … where something was cut. For text without colours. */
export function clip(text: string, columns: number): string {
  let used = 0;
  let length = 0;
  /** Up to here there is room for the … as well. */
  let room = 0;
  for (const char of text) {
    used += columnsOfChar(char);
    if (used > columns) return `${text.slice(0, room)}…`;
    length += char.length;
    if (used < columns) room = length;
  }
  return text;
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
