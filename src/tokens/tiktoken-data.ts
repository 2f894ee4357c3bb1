// The ranks that the tiktoken package brings along: the only file that reads from it.
import { createRequire } from 'node:module';

/** The encodings whose ranks the package holds. */
export type TiktokenEncoding =
  | 'o200k_base'
  | 'cl100k_base'
  | 'p50k_base'
  | 'p50k_edit'
  | 'r50k_base'
  | 'gpt2';

/** Tokens in rank order, with the ids that OpenAI gives them. */
export interface RankedTokens {
  readonly tokens: readonly Uint8Array[];
  readonly ids: readonly number[];
}

/** Reads the ranks of one encoding: lines of `! FIRST_RANK TOKEN TOKEN …`, tokens in base64. */
export function readTiktokenData(encoding: TiktokenEncoding): RankedTokens {
  const data = createRequire(import.meta.url)(`tiktoken/encoders/${encoding}.json`) as { bpe_ranks: string };
  const tokens: Uint8Array[] = [];
  const ids: number[] = [];
  for (const line of data.bpe_ranks.split('\n')) {
    const [, first, ...encoded] = line.split(' ');
    let id = Number(first);
    for (const text of encoded) {
      tokens.push(Buffer.from(text, 'base64'));
      ids.push(id);
      id += 1;
    }
  }
  return { tokens, ids };
}
