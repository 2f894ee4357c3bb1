// A JSON record over several lines as one line: white space between tokens goes, every token stays as it was written.

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * The bytes of valid JSON on one line: the same bytes where they stand on one already. `1.0`, large numbers, escapes
 * and the order of keys stay, as JSON.parse and JSON.stringify would not leave them.
 */
export function oneLine(bytes: Uint8Array): Uint8Array {
  // A line break inside a string would be an error in JSON, so any at all stands between tokens.
  if (!bytes.includes(0x0a) && !bytes.includes(0x0d)) return bytes;
  const line = new Uint8Array(bytes.length);
  let length = 0;
  let inString = false;
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i] as number;
    if (inString) {
      line[length++] = byte;
      if (byte === QUOTE) inString = false;
      else if (byte === BACKSLASH && i + 1 < bytes.length) line[length++] = bytes[++i] as number;
    } else if (byte !== 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) {
      line[length++] = byte;
      inString = byte === QUOTE;
    }
  }
  return line.subarray(0, length);
}
