// The engine's innermost loop in WebAssembly (wasm/count-core.ts), where there is one for the split.
import { readFileSync } from 'node:fs';
import { type CharClasses, PADDING } from './char-classes.ts';
import type { SplitSpec } from './make-splitter.ts';
import { asciiKind, NON_ASCII, uncasedAsciiKind } from './splitter.ts';
import { pairShift, type Vocabulary } from './vocabulary.ts';

// The types of Node 20 leave WebAssembly out; this is the part of it that is needed here.
declare const WebAssembly: {
  readonly Module: new (binary: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
};

/** Counts a piece that is in no cache; places count from the start of the text. */
export type CountFresh = (at: number, size: number) => number;

/** The loop, ready to count what is written into `text`. */
export interface CountCore {
  /** Room for LONGEST_TEXT bytes and what the scanners read behind them. */
  readonly text: Uint8Array;
  count(length: number): number;
  /** Copies the tables that merging needs (4 MB); to be called once, before the two below. */
  readyToMerge(): void;
  /** Merges a piece of up to MOST_SYMBOLS bytes; answers the number of its tokens. */
  mergeBytes(at: number, size: number): number;
  /** Merges the tokens that were written into `symbols`, as many as it has room for at most. */
  mergeTokens(count: number): number;
  readonly symbols: Int32Array;
  forget(): void;
}

/** As many bytes or tokens as the loop merges at once. */
export const MOST_SYMBOLS = 256;
/** The longest text that the loop takes. */
export const LONGEST_TEXT = 1 << 20;

// The layout of the memory and the flags, as in wasm/count-core.ts.
const MASKS = 0x100;
const CLASSES = 0x20000;
const CACHES = 0x40000;
const TEXT = 0x4c0000;
const SYMBOLS = 0x1000;
const BYTE_PAIRS = 0x5d0000;
const PAIRS = 0x650000;
const PAGE = 0x10000;
const CASED = 1;
const CONTRACTIONS = 2;
const LONE_DIGITS = 4;

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  count(length: number, flags: number): number;
  setPairs(mask: number, shift: number): void;
  mergeBytes(at: number, size: number): number;
  mergeTokens(count: number): number;
}

/** Opens the loop for a split; undefined where it has none, or where the build that makes it has not run. */
export function openCountCore(
  classes: CharClasses,
  spec: SplitSpec,
  vocabulary: Pick<Vocabulary, 'pairs' | 'bytePairs'>,
  countFresh: CountFresh,
): CountCore | undefined {
  const flags = flagsFor(spec);
  const module = flags === undefined ? undefined : readModule();
  if (flags === undefined || module === undefined) return undefined;
  const engine = { countFresh, classOf: (point: number) => classes.of(point) };
  const { memory, count, setPairs, mergeBytes, mergeTokens } = new WebAssembly.Instance(module, { engine })
    .exports as Exports;
  const { pairs, bytePairs } = vocabulary;
  const missing = PAIRS + pairs.byteLength - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
  const bytes = new Uint8Array(memory.buffer);
  bytes.set(classes.asciiTable((flags & CASED) === 0 ? uncasedAsciiKind : asciiKind, NON_ASCII));
  for (let size = 0; size <= 16; size += 1) bytes.fill(0xff, MASKS + size * 16, MASKS + size * 16 + size);
  bytes.set(classes.planes, CLASSES);
  return {
    text: bytes.subarray(TEXT, TEXT + LONGEST_TEXT + PADDING),
    symbols: new Int32Array(memory.buffer, SYMBOLS, MOST_SYMBOLS),
    readyToMerge: () => {
      new Int32Array(memory.buffer, BYTE_PAIRS, bytePairs.length).set(bytePairs);
      new Int32Array(memory.buffer, PAIRS, pairs.length).set(pairs);
      setPairs(pairs.length / 2 - 1, pairShift(pairs));
    },
    mergeBytes,
    mergeTokens,
    count: (length) => count(length, flags),
    forget: () => bytes.fill(0, CACHES, TEXT),
  };
}

function flagsFor(spec: SplitSpec): number | undefined {
  if (spec.family === 'o200k') {
    return CASED | (spec.contractions ? CONTRACTIONS : 0) | (spec.digits === 1 ? LONE_DIGITS : 0);
  }
  return spec.family === 'cl100k' ? (spec.digits === 1 ? LONE_DIGITS : 0) : undefined;
}

/** Undefined where the build has not run, or where a machine cannot run what it made. */
function readModule(): object | undefined {
  try {
    // The same address from src/tokens and from dist/tokens.
    const binary = readFileSync(new URL('../../dist/tokens/count-core.wasm', import.meta.url));
    return new WebAssembly.Module(new Uint8Array(binary));
  } catch {
    return undefined;
  }
}
