// What every token counter can do; which engine stands behind it is create.ts's business.

/** Counts the tokens of one text, alone: untrimmed, unnormalized (but for what the tokenizer itself does). */
export interface TokenCounter {
  /** The name people know the vocabulary by: `o200k_base`, or the file it was read from. */
  readonly id: string;
  /** Which code counted: `tuneset`, `tiktoken`, `@huggingface/tokenizers`. */
  readonly engine: string;
  /** False where the count is an estimate (Claude, Gemini); nothing may become an error because of it. */
  readonly exact: boolean;
  /** How far an estimate may be off on ordinary text, as a fraction; absent where counts are exact. */
  readonly band?: number;
  /** sha256 of the vocabulary file when the user named one. */
  readonly sha256?: string;
  /**
   * What a control token's text (`<|endoftext|>`, `<|im_start|>`) inside content counts as: `plain` text, as
   * OpenAI's API takes it, or the one `control` token, as trainers on Hugging Face tokenizers take it.
   */
  readonly specials?: 'plain' | 'control';
  /** Memory that texts may be written into before they are counted, which saves a copy; absent where there is none. */
  readonly scratch?: Uint8Array;
  /**
   * Tokens of a text whose UTF-8 stands in `bytes[0, length)`; `text` is the same text as a string, for
   * engines that want one. A lone surrogate counts as U+FFFD.
   */
  count(bytes: Uint8Array, length: number, text: string): number;
  /** The tokens themselves; absent where the engine only counts. */
  encode?(bytes: Uint8Array, length: number, text: string): EncodedText;
}

/** The tokens of one text. */
export interface EncodedText {
  readonly ids: Int32Array;
  /** Where each token ends in the text's UTF-8 (after the tokenizer's own normalization, if it has one). */
  readonly ends: Int32Array;
}

/** Counts nothing, where nobody asks for tokens. */
export const NO_COUNTER: TokenCounter = { id: 'none', engine: 'tuneset', exact: false, count: () => 0 };
