// Models of OpenAI, and gpt-oss: vocabularies, chat formats, context lengths and prices of images.
import type { Citation } from '../../model/citation.ts';
import { expand, type ModelFacts, modelsDev, onGitHub, type Row, said } from './model-facts.ts';

const TIKTOKEN: Citation = {
  title: 'tiktoken 0.14.0, model.py',
  url: 'https://github.com/openai/tiktoken/blob/main/tiktoken/model.py',
  read: '2026-11-22',
};

const LLAMA_INDEX = onGitHub(
  'run-llama/llama_index',
  '01509f95e256dcdec62e24419ec2480d947b14fd',
  'llama-index-integrations/llms/llama-index-llms-openai/llama_index/llms/openai/utils.py',
);
const DEV_OPENAI = said(
  'models.dev, models of OpenAI',
  'https://github.com/anomalyco/models.dev/tree/506b1b0279f8494c42921508044367b640cfc212/models/openai',
);
const DEV_OPENAI_SERVED = said(
  'models.dev, OpenAI as a provider',
  'https://github.com/anomalyco/models.dev/tree/ecee1e6258445b5bc7b6159247fba74257b7f28e/providers/openai/models',
);
const ROWS: readonly Row[] = [
  ['gpt-5', 'o200k_base', 'openai', 400_000, DEV_OPENAI, 'tiles-gpt-5'],
  ['gpt-5-mini', 'o200k_base', 'openai', 400_000, DEV_OPENAI_SERVED, 'patches-1.62'],
  ['gpt-5-nano', 'o200k_base', 'openai', 400_000, DEV_OPENAI_SERVED, 'patches-2.46'],
  ['gpt-5.1', 'o200k_base', 'openai', 400_000, DEV_OPENAI_SERVED, 'tiles-gpt-5'],
  ['gpt-5.2', 'o200k_base', 'openai', 400_000, DEV_OPENAI, 'tiles-gpt-5'],
  ['gpt-5.1-chat', 'o200k_base', 'openai', 128_000, DEV_OPENAI_SERVED, 'tiles-gpt-5'],
  [
    'gpt-5.2-chat',
    'o200k_base',
    'openai',
    128_000,
    modelsDev('8734c00cd030e035b6aa2ebd3cf9ec98b54026bf', 'providers/openai/models/gpt-5.2-chat-latest.toml'),
    'tiles-gpt-5',
  ],
  ['gpt-5.3', 'o200k_base', 'openai', undefined, undefined, 'tiles-gpt-5'],
  [
    'gpt-5.3-chat',
    'o200k_base',
    'openai',
    128_000,
    modelsDev('fe8a82b0ef1b3da35d61e35eb1a37b693998d299', 'models/openai/gpt-5.3-chat.toml'),
    'tiles-gpt-5',
  ],
  ['gpt-5.3-codex', 'o200k_base', 'openai', 400_000, DEV_OPENAI, 'tiles-gpt-5'],
  ['gpt-5.3-codex-spark', 'o200k_base', 'openai'],
  [
    'gpt-5.4',
    'o200k_base',
    'openai',
    1_050_000,
    modelsDev('f0a7050be95803931fef5b7187aded61b4789dd1', 'models/openai/gpt-5.4.toml'),
    'tiles-gpt-5',
  ],
  [
    'gpt-5.4-mini',
    'o200k_base',
    'openai',
    400_000,
    said(
      'GPT 5.4 mini in the AI Gateway',
      'https://vercel.com/ai-gateway/models/openai/gpt-5.4-mini-fast.md',
    ),
  ],
  ['gpt-5.4-nano', 'o200k_base', 'openai'],
  ['gpt-5.5', 'o200k_base', 'openai', 1_050_000, DEV_OPENAI, 'tiles-gpt-5'],
  ['gpt-4.1', 'o200k_base', 'openai', 1_047_576, DEV_OPENAI, 'tiles-85'],
  ['gpt-4.1-mini', 'o200k_base', 'openai', 1_047_576, DEV_OPENAI, 'patches-1.62'],
  ['gpt-4.1-nano', 'o200k_base', 'openai', 1_047_576, DEV_OPENAI, 'patches-2.46'],
  ['gpt-4o', 'o200k_base', 'openai', 128_000, DEV_OPENAI, 'tiles-85'],
  ['chatgpt-4o', 'o200k_base', 'openai', 128_000, LLAMA_INDEX, 'tiles-85'],
  ['gpt-4o-mini', 'o200k_base', 'openai', 128_000, DEV_OPENAI, 'tiles-2833'],
  ['gpt-4.5', 'o200k_base', 'openai', undefined, undefined, 'tiles-85'],
  ['o1 o3', 'o200k_base', 'openai', 200_000, DEV_OPENAI, 'tiles-75'],
  ['o3-mini', 'o200k_base', 'openai', 200_000, DEV_OPENAI],
  ['o1-mini o1-preview', 'o200k_base', 'openai', 128_000, LLAMA_INDEX],
  ['o4-mini', 'o200k_base', 'openai', 200_000, DEV_OPENAI, 'patches-1.72'],
  ['gpt-4', 'cl100k_base', 'openai', 8_192, DEV_OPENAI],
  ['gpt-4-32k', 'cl100k_base', 'openai', 32_768, LLAMA_INDEX],
  ['gpt-4-turbo', 'cl100k_base', 'openai', 128_000, DEV_OPENAI, 'tiles-85'],
  ['gpt-4-1106 gpt-4-0125 gpt-4-vision', 'cl100k_base', 'openai', 128_000, LLAMA_INDEX, 'tiles-85'],
  ['gpt-3.5-turbo', 'cl100k_base', 'openai', 16_385, DEV_OPENAI],
  ['gpt-3.5-turbo-0613 gpt-3.5-turbo-instruct', 'cl100k_base', 'openai', 4_096, LLAMA_INDEX],
  ['gpt-3.5-turbo-0301', 'cl100k_base', 'openai-0301', 4_096, LLAMA_INDEX],
  // As Azure writes it; without its version nothing is known of its length.
  ['gpt-35-turbo', 'cl100k_base', 'openai'],
  ['gpt-35-turbo-0613', 'cl100k_base', 'openai', 4_096, LLAMA_INDEX],
  ['gpt-35-turbo-16k gpt-35-turbo-1106 gpt-35-turbo-0125', 'cl100k_base', 'openai', 16_384, LLAMA_INDEX],
  [
    'davinci-002',
    'cl100k_base',
    'none',
    16_384,
    said('davinci-002 (OpenAI)', 'https://developers.openai.com/api/docs/models/davinci-002.md'),
  ],
  ['babbage-002', 'cl100k_base', 'none'],
  [
    'text-embedding-3-small text-embedding-3-large',
    'cl100k_base',
    'none',
    8_191,
    modelsDev('1b5eeca85212999576534da7b7afeea6abc5d321', 'models/openai/text-embedding-3-small.toml'),
  ],
  [
    'text-embedding-ada-002',
    'cl100k_base',
    'none',
    8_192,
    modelsDev('1b5eeca85212999576534da7b7afeea6abc5d321', 'models/openai/text-embedding-ada-002.toml'),
  ],
  ['text-davinci-003 text-davinci-002', 'p50k_base', 'none', 4_097, LLAMA_INDEX],
  ['davinci curie babbage ada', 'r50k_base', 'none', 2_049, LLAMA_INDEX],
  [
    'gpt2',
    'gpt2',
    'none',
    1_024,
    onGitHub('openai/gpt-2', '122c55a53a50ef625f9f4fc577ed0d59e53bf417', 'src/model.py'),
  ],
  [
    'gpt-oss',
    'o200k_harmony',
    'harmony',
    131_072,
    modelsDev('1a0bdb93f9da8f34c9188e4e385f03c721657f85', 'models/openai/gpt-oss-20b.toml'),
  ],
];

export const OPENAI_MODELS: readonly ModelFacts[] = expand(ROWS, TIKTOKEN);
