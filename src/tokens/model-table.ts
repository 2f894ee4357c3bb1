// Which vocabulary, context length and overheads belong to which model: facts with their source, no code.
import type { Citation } from '../model/citation.ts';
import type { OverheadName } from './chat-overhead.ts';
import type { ImagePricing } from './image-tokens.ts';

/** What is known about a model, or about all models whose names begin alike. */
export interface ModelFacts {
  /** Lower case, without the organization: `gpt-4.1-mini`, `llama-3.1`. */
  readonly name: string;
  /** A built-in encoding, an estimate (`claude-approx`), or `file`: the vocabulary has to be given as a file. */
  readonly encoding: string;
  /** Tokens that fit into the model. What fine-tuning allows for one example is the target's business. */
  readonly context: number;
  readonly overhead: OverheadName;
  readonly image?: ImagePricing;
  readonly source: Citation;
}

const OPENAI: Citation = {
  title: 'context windows of OpenAI models, compared; encodings from tiktoken 0.14.0, model.py',
  url: 'https://chatai.guide/models/context-window-comparison/',
  read: '2026-11-24',
};
// Context lengths of the older OpenAI models and of open weights: common knowledge, not looked up again.
const OPENAI_OLD: Citation = {
  title: 'tiktoken 0.14.0, model.py; context length from the model pages of the time',
};
const CARD: Citation = { title: "max_position_embeddings in the model's config.json" };
const CLAUDE: Citation = {
  title: 'Token counting',
  url: 'https://platform.claude.com/docs/en/build-with-claude/token-counting',
  read: '2026-11-22',
};
const GEMINI: Citation = {
  title: 'googleapis/python-genai, _local_tokenizer_loader.py',
  url: 'https://github.com/googleapis/python-genai',
  read: '2026-11-22',
};

type Row = readonly [
  names: string,
  encoding: string,
  context: number,
  overhead: OverheadName,
  image?: ImagePricing,
];

const OPENAI_ROWS: readonly Row[] = [
  ['gpt-5 gpt-5.1 gpt-5.2 gpt-5.3 gpt-5.4 gpt-5.5', 'o200k_base', 400_000, 'openai', 'tiles-gpt-5'],
  ['gpt-5-mini', 'o200k_base', 400_000, 'openai', 'patches-1.62'],
  ['gpt-5-nano', 'o200k_base', 400_000, 'openai', 'patches-2.46'],
  ['gpt-4.1', 'o200k_base', 1_047_576, 'openai', 'tiles-85'],
  ['gpt-4.1-mini', 'o200k_base', 1_047_576, 'openai', 'patches-1.62'],
  ['gpt-4.1-nano', 'o200k_base', 1_047_576, 'openai', 'patches-2.46'],
  ['gpt-4o chatgpt-4o', 'o200k_base', 128_000, 'openai', 'tiles-85'],
  ['gpt-4o-mini', 'o200k_base', 128_000, 'openai', 'tiles-2833'],
];

const OPENAI_OLD_ROWS: readonly Row[] = [
  ['gpt-4.5', 'o200k_base', 128_000, 'openai', 'tiles-85'],
  ['o1 o3', 'o200k_base', 200_000, 'openai', 'tiles-75'],
  ['o3-mini', 'o200k_base', 200_000, 'openai'],
  ['o1-mini o1-preview', 'o200k_base', 128_000, 'openai'],
  ['o4-mini', 'o200k_base', 200_000, 'openai', 'patches-1.72'],
  ['gpt-4', 'cl100k_base', 8_192, 'openai'],
  ['gpt-4-32k', 'cl100k_base', 32_768, 'openai'],
  ['gpt-4-turbo gpt-4-1106 gpt-4-0125 gpt-4-vision', 'cl100k_base', 128_000, 'openai', 'tiles-85'],
  ['gpt-3.5-turbo gpt-35-turbo', 'cl100k_base', 16_385, 'openai'],
  ['gpt-3.5-turbo-0613 gpt-3.5-turbo-instruct', 'cl100k_base', 4_096, 'openai'],
  ['gpt-3.5-turbo-0301', 'cl100k_base', 4_096, 'openai-0301'],
  ['davinci-002 babbage-002', 'cl100k_base', 16_384, 'none'],
  ['text-embedding-ada-002 text-embedding-3-small text-embedding-3-large', 'cl100k_base', 8_191, 'none'],
  ['text-davinci-003 text-davinci-002', 'p50k_base', 4_097, 'none'],
  ['davinci curie babbage ada', 'r50k_base', 2_049, 'none'],
  ['gpt2', 'gpt2', 1_024, 'none'],
];

const OPEN_ROWS: readonly Row[] = [
  ['gpt-oss', 'o200k_harmony', 131_072, 'harmony'],
  ['llama-3 meta-llama-3', 'file', 8_192, 'llama3'],
  ['llama-3.1 llama-3.2 llama-3.3 meta-llama-3.1 meta-llama-3.3', 'file', 131_072, 'llama3'],
  // As Fireworks and Bedrock write them.
  ['llama-v3p1 llama-v3p2 llama-v3p3 llama3-1 llama3-2 llama3-3', 'file', 131_072, 'llama3'],
  ['llama-2', 'file', 4_096, 'none'],
  ['llama-4-scout', 'file', 10_485_760, 'none'],
  ['llama-4-maverick', 'file', 1_048_576, 'none'],
  ['qwen2 qwen2.5', 'file', 32_768, 'chatml'],
  ['qwen3', 'file', 40_960, 'chatml'],
  ['smollm2', 'file', 8_192, 'chatml'],
  ['smollm3', 'file', 65_536, 'chatml'],
  ['mistral-7b mixtral-8x7b', 'file', 32_768, 'mistral'],
  ['mixtral-8x22b', 'file', 65_536, 'mistral'],
  ['mistral-nemo ministral mistral-small mistral-large', 'file', 131_072, 'mistral'],
  ['gemma-2', 'file', 8_192, 'gemma'],
  ['gemma-3', 'file', 131_072, 'gemma'],
  ['gemma-3-1b gemma-3-270m', 'file', 32_768, 'gemma'],
  ['deepseek-v3 deepseek-r1', 'file', 163_840, 'deepseek'],
  ['deepseek-r1-distill-llama', 'file', 131_072, 'none'],
  ['deepseek-r1-distill-qwen', 'file', 131_072, 'none'],
  ['phi-4', 'file', 16_384, 'none'],
  ['phi-3-mini-4k phi-3-medium-4k', 'file', 4_096, 'none'],
  ['phi-3-mini-128k phi-3-medium-128k phi-3.5-mini', 'file', 131_072, 'none'],
  ['gemma-2b gemma-7b', 'file', 8_192, 'gemma'],
  ['qwen1.5', 'file', 32_768, 'chatml'],
  ['codellama starcoder2', 'file', 16_384, 'none'],
  ['tinyllama', 'file', 2_048, 'none'],
];

const CLAUDE_ROWS: readonly Row[] = [
  ['claude-3 claude-3.5 claude-3.7', 'claude-approx', 200_000, 'none'],
  ['claude-opus-4 claude-sonnet-4 claude-haiku-4 claude-instant claude-2', 'claude-approx', 200_000, 'none'],
  [
    'claude claude-opus claude-sonnet claude-haiku claude-fable claude-mythos',
    'claude-next-approx',
    200_000,
    'none',
  ],
  ['claude-opus-4-7 claude-opus-4.7 claude-opus-4-8 claude-opus-4.8', 'claude-next-approx', 200_000, 'none'],
];

const GEMINI_ROWS: readonly Row[] = [
  ['gemini gemini-2.0 gemini-2.5 gemini-3 gemini-1.5', 'gemini-approx', 1_048_576, 'none'],
];

function expand(rows: readonly Row[], source: Citation): ModelFacts[] {
  return rows.flatMap(([names, encoding, context, overhead, image]) =>
    names.split(' ').map((name) => ({
      name,
      encoding,
      context,
      overhead,
      ...(image === undefined ? {} : { image }),
      source,
    })),
  );
}

/** Every model known, in no order that matters. */
export const MODELS: readonly ModelFacts[] = [
  ...expand(OPENAI_ROWS, OPENAI),
  ...expand(OPENAI_OLD_ROWS, OPENAI_OLD),
  ...expand(OPEN_ROWS, CARD),
  ...expand(CLAUDE_ROWS, CLAUDE),
  ...expand(GEMINI_ROWS, GEMINI),
];
