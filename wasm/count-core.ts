// The innermost loop of counting, in AssemblyScript: cut the next piece, look its count up. Built by scripts/build-wasm.mjs.
//
// Sixteen bytes are looked at together, which JavaScript cannot do. The count of a piece that no cache holds is asked
// of the engine that runs this loop.

/** The count of a piece that is in no cache. */
@external('engine', 'countFresh')
declare function countFresh(at: i32, size: i32): i32;

/** The class of a code point beyond the first two planes. */
@external('engine', 'classOf')
declare function classOf(point: i32): u32;

// The layout of the memory, which src/tokens/count-core.ts repeats.
/** One kind for every byte. */
const KINDS: usize = 0;
/** For every size up to 16 the mask that cuts 16 bytes down to it. */
const MASKS: usize = 0x100;
/** The counts of all pieces of two bytes; 0 where none was asked for yet. */
const TWOS: usize = 0x10000;
/** One class for every code point of the first two planes. */
const CLASSES: usize = 0x20000;
/** The cache of short pieces: sets of two entries of 16 bytes. */
const CACHE: usize = 0x40000;
const SETS_LOG2: i64 = 16;
/** The cache of longer pieces: hash, size, count and the bytes, zeros behind them. */
const LONG_CACHE: usize = 0x240000;
const LONG_LOG2: i64 = 15;
const LONG_ENTRY: usize = 80;
/** The text to count. */
const TEXT: usize = 0x4c0000;
/** The symbols of the piece that is being merged, and the ranks of each with the next. */
const SYMBOLS: usize = 0x1000;
const RANKS: usize = 0x2000;
/** The vocabulary's tables: the tokens of two bytes, and the pairs (see vocabulary.ts). */
const BYTE_PAIRS: usize = 0x5d0000;
const PAIRS: usize = 0x650000;
/** A bit for every hash that a pair has: most neighbours make no token, and this tells it from near memory. */
const FILTER: usize = 0x610000;
const FILTER_SHIFT: u32 = 32 - 21;

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
const LONG: i32 = 64;
const MIX_A: i64 = 0x9e3779b97f4a7c15;
const MIX_B: i64 = 0xc2b2ae3d27d4eb4f;
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
  const upper = between(bytes, 0x41);
  const lower = between(bytes, 0x61);
  const letters = upper | lower;
  // A word may have one other character before it; it ends before what is no letter or, cased, before the first
  // capital behind a small letter. No step waits for another here: that is what makes the loop fast.
  const prefix = ~letters & 1;
  const stops = (flags & CASED) != 0 ? ~letters | (upper & (lower << 1)) : ~letters;
  const length = ctz(stops >> prefix);
  let p = at + prefix + length;
  if (length > 0 && (prefix == 0 || kind == OTHER || kind == SPACE)) {
    if (prefix + length >= 16) {
      if ((flags & CASED) == 0) while (kindAt(p) == LOWER) p += 1;
      else {
        if (kindAt(p - 1) == UPPER) while (kindAt(p) == UPPER) p += 1;
        while (kindAt(p) == LOWER) p += 1;
      }
    }
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
  if (size > SHORT) return size > LONG ? countFresh(i32(at - TEXT), size) : countLong(at, size);
  if (size < 3) return size == 1 ? 1 : countTwo(at);
  const mask = MASKS + (usize(size) << 4);
  const low = load<i64>(at) & load<i64>(mask);
  const high = (load<i64>(at, 8) & load<i64>(mask, 8)) | (i64(size) << SIZE_SHIFT);
  const hash = (low ^ (high * MIX_A)) * MIX_B;
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

/** A piece of two bytes is one token or two. */
function countTwo(at: usize): i32 {
  const known = TWOS + load<u16>(at);
  let count: i32 = load<u8>(known);
  if (count == 0) {
    count = countFresh(i32(at - TEXT), 2);
    store<u8>(known, u8(count));
  }
  return count;
}

/** A piece of 16 to 64 bytes: the entry of its hash or the one beside it. */
function countLong(at: usize, size: i32): i32 {
  let hash: i64 = i64(size);
  let offset: usize = 0;
  const whole = usize(size) & ~usize(15);
  for (; offset < whole; offset += 16) {
    hash = (hash ^ load<i64>(at + offset)) * MIX_A;
    hash = (hash ^ (hash >>> 32) ^ load<i64>(at + offset, 8)) * MIX_B;
  }
  const mask = v128.load(MASKS + ((usize(size) & 15) << 4));
  const rest = v128.and(v128.load(at + offset), mask);
  hash = (hash ^ (hash >>> 29) ^ i64x2.extract_lane(rest, 0)) * MIX_A;
  hash = (hash ^ (hash >>> 32) ^ i64x2.extract_lane(rest, 1)) * MIX_B;
  const slot = usize(u64(hash) >> (64 - LONG_LOG2));
  let entry = LONG_CACHE + slot * LONG_ENTRY;
  if (isLong(entry, hash, size, at, whole, rest)) return load<i32>(entry, 12);
  const beside = LONG_CACHE + (slot ^ 1) * LONG_ENTRY;
  if (isLong(beside, hash, size, at, whole, rest)) return load<i32>(beside, 12);
  const count = countFresh(i32(at - TEXT), size);
  // What was there first stays; what comes later shares the other one.
  if (load<i32>(entry, 8) != 0) entry = beside;
  store<i64>(entry, hash);
  store<i32>(entry, size, 8);
  store<i32>(entry, count, 12);
  for (let i: usize = 0; i < whole; i += 16) v128.store(entry + 16 + i, v128.load(at + i));
  if (whole < usize(LONG)) v128.store(entry + 16 + whole, rest);
  return count;
}

/** Whether an entry holds the piece at `at`: `whole` bytes of it in sixteens, and the `rest`. */
@inline
function isLong(entry: usize, hash: i64, size: i32, at: usize, whole: usize, rest: v128): bool {
  if (load<i64>(entry) != hash || load<i32>(entry, 8) != size) return false;
  const bytes = entry + 16;
  let different = whole < usize(LONG) ? v128.xor(v128.load(bytes + whole), rest) : rest;
  for (let i: usize = 0; i < whole; i += 16) {
    different = v128.or(different, v128.xor(v128.load(bytes + i), v128.load(at + i)));
  }
  return !v128.any_true(different);
}

// Beyond ASCII: the same pieces as in split-o200k.ts and split-cl100k.ts, whose comments say why.

const CLASS_UPPER: u32 = 1;
const CLASS_LOWER: u32 = 2;
const CLASS_CASELESS: u32 = 3;
const CLASS_MARK: u32 = 4;
const CLASS_NUMBER: u32 = 5;
const CLASS_SPACE: u32 = 6;
const CLASS_NEWLINE: u32 = 7;

const LETTER: u32 = (1 << CLASS_UPPER) | (1 << CLASS_LOWER) | (1 << CLASS_CASELESS);
const HEAD: u32 = (1 << CLASS_UPPER) | (1 << CLASS_CASELESS) | (1 << CLASS_MARK);
const TAIL: u32 = (1 << CLASS_LOWER) | (1 << CLASS_CASELESS) | (1 << CLASS_MARK);
const BOTH: u32 = HEAD & TAIL;
/** OTHER, MARK, PUNCTUATION and SYMBOL. */
const SIGN: u32 = (1 << 0) | (1 << CLASS_MARK) | (1 << 8) | (1 << 9);
const BLANK: u32 = (1 << CLASS_SPACE) | (1 << CLASS_NEWLINE);

/** Class and byte length (`class | length << 4`) of the character at `at`. */
@inline
function classAt(at: usize): u32 {
  const lead: u32 = load<u8>(at);
  if (lead < 0x80) return u32(load<u8>(CLASSES + lead)) | 0x10;
  const second = u32(load<u8>(at, 1)) & 0x3f;
  if (lead < 0xe0) return u32(load<u8>(CLASSES + (((lead & 0x1f) << 6) | second))) | 0x20;
  const third = u32(load<u8>(at, 2)) & 0x3f;
  if (lead < 0xf0) return u32(load<u8>(CLASSES + (((lead & 0x0f) << 12) | (second << 6) | third))) | 0x30;
  const point = ((lead & 0x07) << 18) | (second << 12) | (third << 6) | (u32(load<u8>(at, 3)) & 0x3f);
  return (point < 0x20000 ? u32(load<u8>(CLASSES + point)) : classOf(point)) | 0x40;
}

@inline
function isIn(set: u32, found: u32): bool {
  return ((set >> (found & 15)) & 1) == 1;
}

/** Where the run of characters of `set` from `at` on ends. */
@inline
function runEnd(at: usize, end: usize, set: u32): usize {
  let p = at;
  while (p < end) {
    const found = classAt(p);
    if (!isIn(set, found)) break;
    p += found >> 4;
  }
  return p;
}

/** The end of the cased word whose letters start at `from`; 0 if there is none. */
function wordEnd(from: usize, end: usize, flags: i32): usize {
  let p = from;
  let lastBoth: usize = 0;
  let stop: u32 = 0;
  while (p < end) {
    const found = classAt(p);
    if (!isIn(HEAD, found)) {
      stop = found & 15;
      break;
    }
    p += found >> 4;
    if (isIn(BOTH, found)) lastBoth = p;
  }
  if (stop == CLASS_LOWER) p = runEnd(p, end, TAIL);
  else if (lastBoth > 0) p = lastBoth;
  else if (p == from) return 0;
  if ((flags & CONTRACTIONS) != 0 && p < end && load<u8>(p) == 0x27) p += contraction(p);
  return p;
}

/** The end of the piece at `at`, whatever characters it holds. */
function pieceEnd(at: usize, end: usize, flags: i32): usize {
  const found = classAt(at);
  const first = found & 15;
  const second = at + (found >> 4);
  if (first == CLASS_NUMBER) {
    let p = second;
    for (let taken = (flags & LONE_DIGITS) != 0 ? 3 : 1; taken < 3 && p < end; taken += 1) {
      const next = classAt(p);
      if ((next & 15) != CLASS_NUMBER) break;
      p += next >> 4;
    }
    return p;
  }
  if ((flags & CASED) != 0) {
    if (isIn(LETTER | (1 << CLASS_MARK), found)) return wordEnd(at, end, flags);
    if (first != CLASS_NEWLINE && second < end) {
      const word = wordEnd(second, end, flags);
      if (word > 0) return word;
    }
  } else {
    if (load<u8>(at) == 0x27 && second < end) {
      const length = contraction(at);
      if (length > 0) return at + length;
    }
    if (isIn(LETTER, found)) return runEnd(second, end, LETTER);
    if (first != CLASS_NEWLINE) {
      const p = runEnd(second, end, LETTER);
      if (p > second) return p;
    }
  }
  const from = load<u8>(at) == 0x20 ? second : at;
  let p = runEnd(from, end, SIGN);
  if (p > from) {
    while (p < end) {
      const next = load<u8>(p);
      if (next != 0x0a && next != 0x0d && (next != 0x2f || (flags & CASED) == 0)) break;
      p += 1;
    }
    return p;
  }
  return anyBlankEnd(at, end);
}

function anyBlankEnd(at: usize, end: usize): usize {
  let p = at;
  let last = at;
  let lastBreak: usize = 0;
  while (p < end) {
    const found = classAt(p);
    if (!isIn(BLANK, found)) break;
    last = p;
    p += found >> 4;
    if ((found & 15) == CLASS_NEWLINE) lastBreak = p;
  }
  if (lastBreak > 0) return lastBreak;
  return p >= end || last == at ? p : last;
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
    if (to == 0) to = pieceEnd(at, end, flags);
    total += countPiece(at, i32(to - at));
    at = to;
  }
  return total;
}

/** Where no token is. */
const NONE: i32 = 0x7fffffff;
const ID_MASK: i32 = 0x3ffff;
const PAIR_USED: i32 = 1 << 30;

let pairMask: u32 = 0;
let pairShift: u32 = 0;

/** Tells the size of the table at PAIRS (its slots less one, and how far a hash is shifted) and fills the filter. */
export function setPairs(mask: u32, shift: u32): void {
  pairMask = mask;
  pairShift = shift;
  for (let slot: u32 = 0; slot <= mask; slot += 1) {
    const entry = PAIRS + (usize(slot) << 3);
    const value = load<i32>(entry, 4);
    if (value == 0) continue;
    const low = load<i32>(entry);
    const bit = hashPair(low & ID_MASK, (low >>> 18) | (((value >>> 18) & 0xf) << 14)) >>> FILTER_SHIFT;
    const word = FILTER + (usize(bit >>> 5) << 2);
    store<u32>(word, load<u32>(word) | (1 << (bit & 31)));
  }
}

@inline
function hashPair(left: i32, right: i32): u32 {
  return u32((left + right * 0x9e3779b1) * 0x85ebca6b);
}

/** The token that two neighbours make, or NONE; `findPair` of vocabulary.ts. */
function rankOf(left: i32, right: i32): i32 {
  if ((left | right) < 256) return load<i32>(BYTE_PAIRS + (usize((left << 8) | right) << 2));
  const hash = hashPair(left, right);
  const bit = hash >>> FILTER_SHIFT;
  if (((load<u32>(FILTER + (usize(bit >>> 5) << 2)) >>> (bit & 31)) & 1) == 0) return NONE;
  const low = left | (right << 18);
  const high = ((right >>> 14) << 18) | PAIR_USED;
  let slot = hash >>> pairShift;
  let entry = PAIRS + (usize(slot) << 3);
  let value = load<i32>(entry, 4);
  while (value != 0) {
    if (load<i32>(entry) == low && (value & ~ID_MASK) == high) return value & ID_MASK;
    slot = (slot + 1) & pairMask;
    entry = PAIRS + (usize(slot) << 3);
    value = load<i32>(entry, 4);
  }
  return NONE;
}

@inline
function rankOfBytes(at: usize): i32 {
  return load<i32>(BYTE_PAIRS + (usize((u32(load<u8>(at)) << 8) | u32(load<u8>(at, 1))) << 2));
}

/** Three bytes that are no token themselves: two tokens, if any two of them are one. */
@inline
function mergeThree(at: usize): i32 {
  return rankOfBytes(at) == NONE && rankOfBytes(at + 1) == NONE ? 3 : 2;
}

/** Four bytes that are no token themselves: the pair that merges first decides whether another can. */
function mergeFour(at: usize): i32 {
  const first = rankOfBytes(at);
  const second = rankOfBytes(at + 1);
  const third = rankOfBytes(at + 2);
  if (first == NONE && second == NONE && third == NONE) return 4;
  let more: bool;
  if (first <= second && first <= third) more = third != NONE || rankOf(first, load<u8>(at, 2)) != NONE;
  else if (second <= third) {
    more = rankOf(load<u8>(at), second) != NONE || rankOf(second, load<u8>(at, 3)) != NONE;
  } else more = first != NONE || rankOf(load<u8>(at, 1), third) != NONE;
  return more ? 2 : 3;
}

/** Merges the `size` bytes at `at` of the text, which are no token together; answers the number of tokens. At most 256. */
export function mergeBytes(at: i32, size: i32): i32 {
  const from = TEXT + usize(at);
  if (size == 3) return mergeThree(from);
  if (size == 4) return mergeFour(from);
  const last = size - 1;
  let byte: i32 = load<u8>(from);
  for (let i = 0; i < last; i += 1) {
    const next: i32 = load<u8>(from + i, 1);
    store<i32>(SYMBOLS + (i << 2), byte);
    store<i32>(RANKS + (i << 2), load<i32>(BYTE_PAIRS + (usize((byte << 8) | next) << 2)));
    byte = next;
  }
  store<i32>(SYMBOLS + (last << 2), byte);
  return mergeSymbols(last);
}

/** Merges the `count` tokens that stand in SYMBOLS; at most 256. */
export function mergeTokens(count: i32): i32 {
  const last = count - 1;
  let left = load<i32>(SYMBOLS);
  for (let i = 0; i < last; i += 1) {
    const right = load<i32>(SYMBOLS + (i << 2), 4);
    store<i32>(RANKS + (i << 2), rankOf(left, right));
    left = right;
  }
  return mergeSymbols(last);
}

/** Merges the pair of the least rank, the leftmost of equals, until none is left; `pairs` are there at first. */
function mergeSymbols(pairs: i32): i32 {
  const none = i32x4.splat(NONE);
  let last = pairs;
  // Four more than there are, so that reading four at a time needs no care at the end.
  v128.store(RANKS + (last << 2), none);
  while (last > 0) {
    const end = RANKS + (last << 2);
    let least = none;
    for (let p = RANKS; p < end; p += 16) least = i32x4.min_s(least, v128.load(p));
    least = i32x4.min_s(least, i32x4.shuffle(least, least, 2, 3, 0, 1));
    least = i32x4.min_s(least, i32x4.shuffle(least, least, 1, 0, 3, 2));
    const best = i32x4.extract_lane(least, 0);
    if (best == NONE) break;
    let at = RANKS;
    let found = i32x4.bitmask(i32x4.eq(v128.load(at), least));
    while (found == 0) {
      at += 16;
      found = i32x4.bitmask(i32x4.eq(v128.load(at), least));
    }
    at += ctz(found) << 2;
    const symbol = at - RANKS + SYMBOLS;
    store<i32>(symbol, best);
    // Everything behind moves up by one, with the four that end the ranks.
    for (let p = at; p < end; p += 16) v128.store(p, v128.load(p, 4));
    v128.store(end - 4, none);
    const symbolsEnd = end - RANKS + SYMBOLS;
    for (let p = symbol + 4; p < symbolsEnd; p += 16) v128.store(p, v128.load(p, 4));
    last -= 1;
    if (at > RANKS) store<i32>(at - 4, rankOf(load<i32>(symbol - 4), best));
    if (at < RANKS + (last << 2)) store<i32>(at, rankOf(best, load<i32>(symbol, 4)));
  }
  return last + 1;
}
