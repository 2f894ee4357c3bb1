// Markdown's own way to show text as it is: inside a code span nothing is a link, a mention, a tag or an entity.

/** Letters, digits and the plainest punctuation mean nothing to Markdown, wherever they stand. */
const PLAIN = /^(?!\d+[.)] |[-+ ])(?:[\p{L}\p{N} ,;'’()%]|[.:-](?!\S))+$/u;

/** A code span around inert text, fenced by more backticks than it holds. */
export function codeSpan(text: string): string {
  if (text === '') return '` `';
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  // One space at each end is not shown, and keeps backticks of the text away from the fence.
  const pad = longest > 0 || (text.startsWith(' ') && text.endsWith(' ')) ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

/** Inert text within prose: as it is where Markdown sees nothing in it, else as a code span. */
export const inProse = (text: string): string => (PLAIN.test(text) ? text : codeSpan(text));
