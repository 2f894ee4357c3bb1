// What can be wrong with JSON text: the codes, where a fault stands, and the words people read.

export type JsonFaultCode =
  | 'empty'
  | 'truncated'
  | 'trailing-comma'
  | 'missing-comma'
  | 'missing-colon'
  | 'missing-value'
  | 'unquoted-key'
  | 'single-quotes'
  | 'curly-quotes'
  | 'unescaped-quote'
  | 'python-literal'
  | 'not-a-number'
  | 'bad-literal'
  | 'bad-number'
  | 'bad-escape'
  | 'bad-unicode-escape'
  | 'control-character'
  | 'comment'
  | 'second-value'
  | 'unexpected-character'
  | 'mismatched-bracket'
  | 'too-deep'
  | 'byte-order-mark'
  | 'invalid-utf8';

export type FaultData = Readonly<Record<string, string | number>>;

/** The first fault of a JSON text. */
export interface JsonFault {
  readonly code: JsonFaultCode;
  /** In bytes from the beginning of the text. */
  readonly offset: number;
  /** From 1, counting line feeds within the text. */
  readonly line: number;
  /** From 1, in Unicode code points within that line. */
  readonly column: number;
  /** Details by code: constants, numbers, code points and single printable ASCII characters, never other text. */
  readonly data?: FaultData;
}

const numberReasons: Readonly<Record<string, string>> = {
  'leading-zero': 'a number begins with a superfluous zero',
  'plus-sign': 'a number begins with a plus sign, which JSON does not allow',
  'lone-minus': 'a minus sign has no digits after it',
  'no-leading-digit': 'a number has no digit before its decimal point',
  'no-fraction-digit': 'a number has no digit after its decimal point',
  'no-exponent-digit': 'a number has no digit in its exponent',
  'not-decimal': 'a number is not decimal; JSON knows no hexadecimal, octal or binary numbers',
  underscore: 'a number has an underscore between its digits',
  'trailing-text': 'a number runs into other characters',
};

const namesOfCharacters: Readonly<Record<string, string>> = {
  'U+0000': 'NUL',
  'U+00A0': 'no-break space',
  'U+200B': 'zero-width space',
  'U+2028': 'line separator',
  'U+2029': 'paragraph separator',
  'U+3000': 'ideographic space',
  'U+FF0C': 'full-width comma',
  'U+FF1A': 'full-width colon',
};

const shortEscapes: Readonly<Record<string, string>> = {
  'U+0008': '\\b',
  'U+0009': '\\t',
  'U+000A': '\\n',
  'U+000C': '\\f',
  'U+000D': '\\r',
};

const controlNames: Readonly<Record<string, string>> = {
  'U+0009': 'tab',
  'U+000A': 'line feed',
  'U+000D': 'carriage return',
};

const quoted = (text: string | number | undefined): string => (text === '"' ? `'"'` : `"${text}"`);

function character(data: FaultData): string {
  if (data.character !== undefined) return quoted(data.character);
  const name = namesOfCharacters[data.codePoint as string];
  return `the character ${data.codePoint}${name === undefined ? '' : ` (${name})`}`;
}

/** Where something opened, in few words: on a text of one line the line number would only be noise. */
const opened = (fault: JsonFault, data: FaultData): string =>
  fault.line === 1 && data.openedLine === 1
    ? `at column ${data.openedColumn}`
    : `on line ${data.openedLine}, column ${data.openedColumn}`;

const withArticle = (noun: string | number | undefined): string =>
  noun === 'string' ? 'a string' : `an ${noun}`;

function truncated(fault: JsonFault, data: FaultData): string {
  const ends = fault.line === 1 ? 'the line ends' : 'the text ends';
  return data.inside === 'word'
    ? `${ends} inside the word ${data.word}`
    : `${ends} inside ${withArticle(data.inside)} that opened ${opened(fault, data)}`;
}

function mismatched(fault: JsonFault, data: FaultData): string {
  return data.opened === undefined
    ? `a closing ${quoted(data.found)} has no opening bracket`
    : `a closing ${quoted(data.found)} meets the ${quoted(data.opened)} that opened ${opened(fault, data)}`;
}

function controlCharacter(data: FaultData): string {
  const code = data.codePoint as string;
  const name = controlNames[code];
  const shown = name === undefined ? `a raw control character (${code})` : `a raw ${name} (${code})`;
  return `${shown} stands inside a string; JSON writes it ${shortEscapes[code] ?? `\\u${code.slice(2)}`}`;
}

function badLiteral(data: FaultData): string {
  if (data.literal !== undefined) return `${data.literal} is not JSON; JSON writes ${data.meant}`;
  if (data.meant !== undefined) return `JSON writes ${data.meant} in lower case`;
  return 'a word stands without quotes where a value was expected';
}

/** Plain English for a fault: one sentence fragment without a full stop, and without the place of the fault itself. */
export function describeFault(fault: JsonFault): string {
  const data = fault.data ?? {};
  switch (fault.code) {
    case 'empty':
      return 'there is nothing but white space';
    case 'truncated':
      return truncated(fault, data);
    case 'trailing-comma':
      return data.after === 'value'
        ? 'a comma stands after the end of the value'
        : 'a comma stands before the closing bracket';
    case 'missing-comma':
      return `a comma is missing between two ${data.between}`;
    case 'missing-colon':
      return 'no colon follows the key';
    case 'missing-value':
      return data.found === ','
        ? `a comma stands where ${data.expected} was expected`
        : 'no value follows the colon';
    case 'unquoted-key':
      return 'a key stands without double quotes';
    case 'single-quotes':
      return `${data.expected} stands in single quotes; JSON knows only double quotes`;
    case 'curly-quotes':
      return `a typographic quotation mark (${data.codePoint}) stands where a straight double quote belongs`;
    case 'unescaped-quote':
      return 'a double quote inside a string is not escaped (or a comma is missing after the string)';
    case 'python-literal':
      return `${data.literal} is Python, not JSON; JSON writes ${data.meant}`;
    case 'not-a-number':
      return `${data.literal} is Python, not JSON; JSON has no such number`;
    case 'bad-literal':
      return badLiteral(data);
    case 'bad-number':
      return numberReasons[data.reason as string] ?? 'a number is malformed';
    case 'bad-escape':
      return data.character === undefined
        ? 'a backslash stands before a character that JSON does not escape'
        : `\\${data.character} is not an escape that JSON knows`;
    case 'bad-unicode-escape':
      return '\\u is not followed by four hexadecimal digits';
    case 'control-character':
      return controlCharacter(data);
    case 'comment':
      return `a comment begins here (${data.style}); JSON knows no comments`;
    case 'second-value':
      return data.gap === 'line'
        ? 'another value follows on a later line'
        : 'another value follows on the same line';
    case 'unexpected-character':
      return `${character(data)} stands where ${data.expected} was expected`;
    case 'mismatched-bracket':
      return mismatched(fault, data);
    case 'too-deep':
      return `brackets are nested more than ${data.maxDepth} deep`;
    case 'byte-order-mark':
      return fault.offset === 0
        ? 'a byte order mark (U+FEFF) stands before the value'
        : 'a byte order mark (U+FEFF) stands outside a string';
    case 'invalid-utf8':
      return 'the bytes are not valid UTF-8';
  }
}
