// The reference for tokenizer.json: Hugging Face's own Rust code, bound to Node. The only door to it.

import { Tokenizer } from 'tokenizers';

/** Ids of each text, without what a template would put around it. */
export type EncodeAll = (texts: readonly string[]) => Promise<readonly (readonly number[])[]>;

const PLAIN = { addSpecialTokens: false };
const AT_ONCE = 4096;

/** Opens a tokenizer.json by its path, or by its text. */
export function openNative(file: { readonly path: string } | { readonly json: string }): EncodeAll {
  const tokenizer = 'path' in file ? Tokenizer.fromFile(file.path) : Tokenizer.fromString(file.json);
  return async (texts) => {
    const ids: number[][] = [];
    for (let at = 0; at < texts.length; at += AT_ONCE) {
      const encodings = await tokenizer.encodeBatch(texts.slice(at, at + AT_ONCE), PLAIN);
      for (const encoding of encodings) ids.push(encoding.getIds());
    }
    return ids;
  };
}
