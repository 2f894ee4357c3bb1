// Composition (Unicode form C), done only where a cheap look at the bytes cannot rule it out.
import { type CharClasses, codePointAt, OTHER } from './char-classes.ts';

// Ranges in which every character stays as it is and joins with nothing, from the scripts that texts are made of.
// Left out on purpose: combining marks, Hangul letters, the few characters with a canonical replacement.
const STABLE: readonly (readonly [number, number])[] = [
  [0x0000, 0x02ff],
  [0x0388, 0x0482],
  [0x048a, 0x0590],
  [0x05d0, 0x05f4],
  [0x0620, 0x064a],
  [0x0660, 0x066f],
  [0x0904, 0x0928],
  [0x092a, 0x0930],
  [0x0e01, 0x0e37],
  [0x0e3f, 0x0e47],
  [0x1e00, 0x1eff],
  [0x2010, 0x20cf],
  [0x2190, 0x2228],
  [0x2500, 0x2775],
  [0x3001, 0x3029],
  [0x3030, 0x3098],
  [0x309b, 0x30ff],
  [0x3400, 0xa63f],
  [0xac00, 0xd7a3],
  [0xfe30, 0xfe4f],
  [0xff00, 0xffef],
  [0x1f300, 0x1faff],
  [0x20000, 0x2a6df],
];

/** Whether composing `bytes[start, end)` could change it; true is only a "perhaps". */
export function mayNeedNfc(bytes: Uint8Array, start: number, end: number): boolean {
  let p = start;
  while (p < end) {
    const lead = bytes[p] as number;
    if (lead < 0x80) p += 1;
    else if (lead < 0xcc) p += 2;
    // U+4000 to U+9FFF
    else if (lead >= 0xe4 && lead <= 0xe9) p += 3;
    else {
      if (!isStable(codePointAt(bytes, p))) return true;
      p += lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    }
  }
  return false;
}

function isStable(point: number): boolean {
  for (const [first, last] of STABLE) if (point <= last) return point >= first;
  return false;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * The composed form of `bytes[start, end)`. Composed stretch by stretch between characters of no known class: those
 * that came after the pinned Unicode version join with nothing, whatever the Node that runs thinks of them.
 */
export function composed(classes: CharClasses, bytes: Uint8Array, start: number, end: number): Buffer {
  const parts: Buffer[] = [];
  let from = start;
  let p = start;
  while (p < end) {
    const found = classes.at(bytes, p);
    const next = p + (found >> 4);
    if ((found & 15) === OTHER) {
      parts.push(composedStretch(bytes, from, p), Buffer.from(bytes.subarray(p, next)));
      from = next;
    }
    p = next;
  }
  parts.push(composedStretch(bytes, from, end));
  return Buffer.concat(parts);
}

const composedStretch = (bytes: Uint8Array, start: number, end: number): Buffer =>
  Buffer.from(decoder.decode(bytes.subarray(start, end)).normalize('NFC'));
