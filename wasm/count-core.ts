// The innermost loop of counting, in AssemblyScript: cut the next piece, look its count up. Built by scripts/build-wasm.mjs.
//
// It knows ASCII alone; the rest it asks of the engine that runs it: where a piece with other characters ends, and the
// count of a piece that its cache does not hold. Sixteen bytes are looked at together, which JavaScript cannot do.

/** Where a piece that holds or touches a character beyond ASCII ends. */
@external('engine', 'pieceEnd')
declare function pieceEnd(at: i32, end: i32): i32;

/** The count of a piece of up to 15 bytes that is not in the cache. */
@external('engine', 'countFresh')
declare function countFresh(at: i32, size: i32): i32;

/** The count of a longer piece. */
@external('engine', 'countLong')
declare function countLong(at: i32, size: i32): i32;

// The layout of the memory, which src/tokens/count-core.ts repeats.
/** One kind for every byte. */
const KINDS: usize = 0;
/** For every size up to 15 the mask that cuts 16 bytes down to it. */
const MASKS: usize = 0x100;
/** The cache: sets of two entries of 16 bytes. */
const CACHE: usize = 0x1000;
const SETS_LOG2: i64 = 15;
/** The text to count. */
const TEXT: usize = 0x110000;

// Kinds, as in splitter.ts.
const OTHER: u32 = 0;
const UPPER: u32 = 1;
const LOWER: u32 = 2;
const DIGIT: u32 = 3;
const SPACE: u32 = 4;
const NEWLINE: u32 = 5;
const NON_ASCII: u32 = 6;

// What the families differ in, as bits of `flags`.
/** Words end where capitals follow small letters, and take a contraction with them (o200k). */
const CASED: i32 = 1;
const CONTRACTIONS: i32 = 2;
/** Only one digit at a time. */
const LONE_DIGITS: i32 = 4;

const SHORT: i32 = 15;
// An entry's upper half: seven bytes of the piece, its size in four bits, its count in four.
const SIZE_SHIFT: i64 = 56;
const COUNT_SHIFT: i64 = 60;
const KEY: i64 = 0x0fffffffffffffff;

@inline
function kindAt(at: usize): u32 {
  return load<u8>(KINDS + load<u8>(at));
}

/** The length of a contraction at an apostrophe, as in splitter.ts. */
function contraction(at: usize): usize {
  const second = load<u8>(at + 1) | 0x20;
  if (second == 0x73 || second == 0x74 || second == 0x6d || second == 0x64) return 2;
  const third = load<u8>(at + 2);
  if (second == 0x72 || second == 0x76) return (third | 0x20) == 0x65 ? 3 : 0;
  if (second == 0x6c) return (third | 0x20) == 0x6c ? 3 : 0;
  return load<u8>(at + 1) == 0xc5 && third == 0xbf ? 3 : 0;
}

@inline
function between(bytes: v128, first: i8): u32 {
  return i8x16.bitmask(i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(first)), i8x16.splat(26)));
}

/** The end of the piece at `at`; 0 where a character beyond ASCII is or might be part of it. */
@inline
function asciiEnd(at: usize, end: usize, flags: i32): usize {
  const byte = load<u8>(at);
  const kind: u32 = load<u8>(KINDS + byte);
  const bytes = v128.load(at);
  if (byte == 0x27 && (flags & CASED) == 0) {
    const length = contraction(at);
    if (length > 0) return at + length;
  }
  const prefix: u32 = u32(kind == OTHER || kind == SPACE);
  let letters: u32;
  let p: usize;
  if (flags & CASED) {
    const upper = ctz(~(between(bytes, 0x41) >> prefix));
    letters = upper + ctz(~(between(bytes, 0x61) >> (prefix + upper)));
    p = at + prefix + letters;
    if (prefix + letters >= 16) {
      if (prefix + upper >= 16) while (kindAt(p) == UPPER) p += 1;
      while (kindAt(p) == LOWER) p += 1;
    }
  } else {
    letters = ctz(~((between(bytes, 0x41) | between(bytes, 0x61)) >> prefix));
    p = at + prefix + letters;
    if (prefix + letters >= 16) while (kindAt(p) == LOWER) p += 1;
  }
  if (letters > 0) {
    if (kindAt(p) == NON_ASCII && p < end) return 0;
    if ((flags & CONTRACTIONS) != 0 && load<u8>(p) == 0x27) p += contraction(p);
    return p;
  }
  if (kind == DIGIT) {
    p = at + 1;
    if ((flags & LONE_DIGITS) == 0 && kindAt(p) == DIGIT) {
      p += 1;
      if (kindAt(p) == DIGIT) return p + 1;
    } else if (flags & LONE_DIGITS) return p;
    return kindAt(p) == NON_ASCII && p < end ? 0 : p;
  }
  if (kind == OTHER || (byte == 0x20 && kindAt(at + 1) == OTHER)) {
    p = at + 1;
    while (kindAt(p) == OTHER) p += 1;
    if (kindAt(p) == NON_ASCII && p < end) return 0;
    for (;;) {
      const next = load<u8>(p);
      if (next != 0x0a && next != 0x0d && (next != 0x2f || (flags & CASED) == 0)) return p;
      p += 1;
    }
  }
  if (kind == NON_ASCII) return 0;
  return blankEnd(at, end);
}

/** The end of the white space at `at`, as in splitter.ts; 0 where a character beyond ASCII follows it. */
function blankEnd(at: usize, end: usize): usize {
  let p = at;
  let lastBreak: usize = 0;
  for (;;) {
    const kind = kindAt(p);
    if (kind == NEWLINE) lastBreak = p + 1;
    else if (kind != SPACE) {
      if (kind == NON_ASCII && p < end) return 0;
      break;
    }
    p += 1;
  }
  if (lastBreak > 0) return lastBreak;
  return p >= end || p == at + 1 ? p : p - 1;
}

/** The tokens of the piece of `size` bytes at `at`. */
@inline
function countPiece(at: usize, size: i32): i32 {
  if (size > SHORT) return countLong(i32(at - TEXT), size);
  const mask = MASKS + (usize(size) << 4);
  const low = load<i64>(at) & load<i64>(mask);
  const high = (load<i64>(at, 8) & load<i64>(mask, 8)) | (i64(size) << SIZE_SHIFT);
  const hash = (low ^ (high * 0x9e3779b97f4a7c15)) * 0xc2b2ae3d27d4eb4f;
  const set = CACHE + (usize(u64(hash) >> (64 - SETS_LOG2)) << 5);
  const held = load<i64>(set, 8);
  if (((load<i64>(set) ^ low) | ((held ^ high) & KEY)) == 0) return i32(u64(held) >> COUNT_SHIFT);
  return secondLook(at, size, set, low, high);
}

/** What comes new takes the second entry; what is met again moves to the first. */
function secondLook(at: usize, size: i32, set: usize, low: i64, high: i64): i32 {
  const held = load<i64>(set, 24);
  if (((load<i64>(set, 16) ^ low) | ((held ^ high) & KEY)) == 0) {
    store<i64>(set, load<i64>(set), 16);
    store<i64>(set, load<i64>(set, 8), 24);
    store<i64>(set, low);
    store<i64>(set, held, 8);
    return i32(u64(held) >> COUNT_SHIFT);
  }
  const count = countFresh(i32(at - TEXT), size);
  store<i64>(set, low, 16);
  store<i64>(set, high | (i64(count) << COUNT_SHIFT), 24);
  return count;
}

/** The tokens of the `length` bytes that stand in TEXT. */
export function count(length: i32, flags: i32): i32 {
  const end = TEXT + usize(length);
  const sentinel = i8x16.splat(-1);
  v128.store(end, sentinel);
  v128.store(end, sentinel, 16);
  let total = 0;
  let at = TEXT;
  while (at < end) {
    let to = asciiEnd(at, end, flags);
    if (to == 0) to = TEXT + usize(pieceEnd(i32(at - TEXT), length));
    total += countPiece(at, i32(to - at));
    at = to;
  }
  return total;
}
