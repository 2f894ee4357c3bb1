// What cutting a JSON array or a row of values yields: elements, and the words for what is wrong between them.

/** `array`: the elements of a top-level array. `values`: top-level values one after another, each on any lines. */
export type CutMode = 'array' | 'values';

/** Where an element stands; its bytes are not checked beyond their brackets and quotes. */
export interface ElementRange {
  /** Absolute offset of its first byte. */
  readonly start: number;
  /** Absolute offset after its last byte; white space around it does not belong to it. */
  readonly end: number;
  /** Line of its first byte, from 1, counting line feeds. */
  readonly line: number;
  /** Its quotes or brackets contradict each other, or it never ended: it is not JSON, and its end may be a guess. */
  readonly damaged: boolean;
}

export type CutFaultCode =
  | 'empty'
  | 'not-an-array'
  | 'missing-value'
  | 'missing-comma'
  | 'stray-comma'
  | 'trailing-comma'
  | 'early-close'
  | 'second-array'
  | 'text-after-array'
  | 'unclosed-array';

/** Something wrong between the elements. */
export interface CutFault {
  readonly code: CutFaultCode;
  readonly offset: number;
  readonly line: number;
}

/** Who listens. Elements and faults come in the order in which they are found, the same for any chunks. */
export interface CutSink {
  element(range: ElementRange): void;
  fault(fault: CutFault): void;
}

const words: Readonly<Record<CutFaultCode, string>> = {
  empty: 'there is nothing but white space',
  'not-an-array': 'no array begins here',
  'missing-value': 'a comma stands where an element was expected',
  'missing-comma': 'a comma is missing between two elements',
  'stray-comma': 'a comma stands between two top-level values',
  'trailing-comma': 'a comma stands before the closing bracket of the array',
  'early-close': 'the array is closed here, yet more elements follow',
  'second-array': 'a second array follows the first',
  'text-after-array': 'something that is no element follows the array',
  'unclosed-array': 'the array has no closing bracket',
};

/** Plain English for a fault between elements: a sentence fragment without a full stop. */
export const describeCutFault = (fault: CutFault): string => words[fault.code];
