// Code inside prose: rules for prose look past it.

const CODE = /```[\s\S]*?(?:```|$)|~~~[\s\S]*?(?:~~~|$)|`[^`\n]*`/g;

/** The text with code in fences and backticks blanked out, of the same length, so that places stay true. */
export function withoutCode(text: string): string {
  return text.includes('`') || text.includes('~~~')
    ? text.replace(CODE, (code) => ' '.repeat(code.length))
    : text;
}
