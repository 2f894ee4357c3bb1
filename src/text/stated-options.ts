// The options that a question lists, in one line or one below the other.

export interface StatedOption {
  /** Its letter or number, in lower case; '' where it has none. */
  readonly key: string;
  readonly text: string;
}

/** What announces a list, up to its colon. */
const LEAD =
  /\b(?:options|choices|labels)\s{0,3}:|\b(?:choose|select|pick)\s(?:one\s)?(?:from|of|between|among)[^:\n.?]{0,60}:|\bone of the following[^:\n.?]{0,40}:/gi;
const ITEM = /^[ \t]{0,8}(?:[-*•]|\(?([A-Za-z]|\d{1,2})[.)])[ \t]{1,4}(\S[^\n]{0,120})$/;
const LONGEST_OPTION = 60;
const MOST = 50;

/** Of the last list that the text announces; empty where there is none that can be read for sure. */
export function statedOptions(text: string): readonly StatedOption[] {
  let found: readonly StatedOption[] = [];
  for (const match of text.matchAll(LEAD)) {
    const rest = text.slice(match.index + match[0].length);
    const options = /^[ \t]*\r?\n/.test(rest) ? below(rest) : inLine(rest);
    if (options.length > 1) found = options;
  }
  return found;
}

function below(rest: string): StatedOption[] {
  const options: StatedOption[] = [];
  for (const line of rest.split(/\r?\n/, MOST)) {
    if (line.trim() === '' && options.length === 0) continue;
    const item = ITEM.exec(line);
    if (item === null) break;
    options.push({ key: (item[1] ?? '').toLowerCase(), text: bare(item[2] ?? '') });
  }
  return options;
}

function inLine(rest: string): StatedOption[] {
  const line = rest.split(/\r?\n/, 1)[0] ?? '';
  const parts = line.split(/\s*[,;|/]\s*(?:(?:or|and)\s)?|\s+or\s+/, MOST).map(bare);
  // A long part is a sentence, and the line no list.
  if (parts.some((part) => part === '' || part.length > LONGEST_OPTION)) return [];
  return parts.map((part) => {
    const keyed = /^\(?([A-Za-z]|\d{1,2})[.)]\s*(\S.*)$/.exec(part);
    return { key: (keyed?.[1] ?? '').toLowerCase(), text: keyed?.[2] ?? part };
  });
}

const bare = (text: string): string => text.trim().replace(/^["'“‘[({]+|["'”’\])}.:?!]+$/g, '');
