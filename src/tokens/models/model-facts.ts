// What the tables of models are made of: facts about a model, and how one row says them of several names.
import type { Citation } from '../../model/citation.ts';
import type { Limit } from '../../model/limits.ts';
import type { OverheadName } from '../chat-overhead.ts';
import type { ImagePricing } from '../image-tokens.ts';

/** What is known about a model, or about all models whose names begin alike. */
export interface ModelFacts {
  /** Lower case, without the organization: `gpt-4.1-mini`, `llama-3.1`. */
  readonly name: string;
  /** A built-in encoding, an estimate (`claude-approx`), or `file`: the vocabulary has to be given as a file. */
  readonly encoding: string;
  /** Who says which encoding it is; absent for `file`. */
  readonly encodingSource?: Citation;
  readonly overhead: OverheadName;
  readonly image?: ImagePricing;
  /**
   * Tokens that fit into the model; absent where no source says so for all that the name stands for. What
   * fine-tuning allows for one example is the target's business.
   */
  readonly context?: Limit;
}

const READ = '2026-11-25';
export const said = (title: string, url: string): Citation => ({ title, url, read: READ });
/** Where many figures stand in one file, its commit is part of the address. */
export const onGitHub = (repository: string, commit: string, path: string): Citation =>
  said(`${repository}, ${path}`, `https://github.com/${repository}/blob/${commit}/${path}`);
export const modelsDev = (commit: string, path: string): Citation =>
  onGitHub('anomalyco/models.dev', commit, path);

/** Names that share their facts, and what is known of them; a length never without its source. */
export type Row = readonly [
  names: string,
  encoding: string,
  overhead: OverheadName,
  context?: number | undefined,
  source?: Citation | undefined,
  image?: ImagePricing,
];

/** The facts of each name. */
export function expand(rows: readonly Row[], encodingSource?: Citation): ModelFacts[] {
  return rows.flatMap(([names, encoding, overhead, context, source, image]) =>
    names.split(' ').map((name) => ({
      name,
      encoding,
      ...(encodingSource === undefined ? {} : { encodingSource }),
      overhead,
      ...(image === undefined ? {} : { image }),
      ...(context === undefined || source === undefined
        ? {}
        : { context: { value: context, citation: source } }),
    })),
  );
}
