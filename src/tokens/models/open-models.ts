// Models whose weights are open: the vocabulary comes as a file; chat formats and context lengths.
import { expand, type ModelFacts, modelsDev, onGitHub, type Row, said } from './model-facts.ts';

/** Taken over from the `config.json` of each model, whose address stands beside each entry there. */
const LITGPT = onGitHub(
  'Lightning-AI/litgpt',
  '0006c973aa7d6ace293e2a5fedaf1f8f804f960c',
  'litgpt/config.py',
);

const LLAMA_4 = onGitHub(
  'meta-llama/llama-models',
  '038acb9fe1e1ddc5cf1b3989fb07b311a0ffcae4',
  'models/llama4/MODEL_CARD.md',
);

// A family has a chat format here where its template was read; a length where one source gives it for all its sizes.
const ROWS: readonly Row[] = [
  ['llama-3 meta-llama-3', 'file', 'llama3', 8_192, LITGPT],
  [
    'llama-3.1 llama-3.2 llama-3.3 meta-llama-3.1 meta-llama-3.2 meta-llama-3.3',
    'file',
    'llama3.1',
    131_072,
    LITGPT,
  ],
  // As Fireworks and Bedrock write them.
  ['llama-v3p1 llama-v3p2 llama-v3p3 llama3-1 llama3-2 llama3-3', 'file', 'llama3.1', 131_072, LITGPT],
  [
    'llama-2',
    'file',
    'none',
    4_096,
    onGitHub('meta-llama/llama-models', '03b81915fe5cc1f3fe8298b42994d21caaf46d51', 'README.md'),
  ],
  ['llama-4-scout llama4-scout', 'file', 'none', 10_000_000, LLAMA_4],
  ['llama-4-maverick llama4-maverick', 'file', 'none', 1_000_000, LLAMA_4],
  [
    'qwen1.5',
    'file',
    'none',
    32_768,
    said(
      'Qwen1.5-4B-Chat-GGUF, model card',
      'https://huggingface.co/Qwen/Qwen1.5-4B-Chat-GGUF/commit/714d34a7e832fb3f412fc7e49eb62953c323a198',
    ),
  ],
  ['qwen2', 'file', 'none'],
  [
    'qwen2-7b-instruct',
    'file',
    'none',
    131_072,
    said(
      'Qwen2-7B-Instruct, model card',
      'https://huggingface.co/Qwen/Qwen2-7B-Instruct/commit/41c66b0be1c3081f13defc6bdf946c2ef240d6a6',
    ),
  ],
  [
    'qwen2-72b-instruct',
    'file',
    'none',
    131_072,
    said(
      'Qwen2-72B-Instruct-AWQ, model card',
      'https://huggingface.co/Qwen/Qwen2-72B-Instruct-AWQ/commit/6ae22fc404215f95519f89b7fd2d399ad1c3513b',
    ),
  ],
  ['qwen2.5', 'file', 'qwen2.5'],
  ['qwen2.5-0.5b qwen2.5-3b', 'file', 'qwen2.5', 32_768, LITGPT],
  ['qwen2.5-1.5b qwen2.5-7b qwen2.5-14b qwen2.5-32b qwen2.5-72b', 'file', 'qwen2.5', 131_072, LITGPT],
  ['qwen2.5-7b-instruct-1m qwen2.5-14b-instruct-1m', 'file', 'qwen2.5', 1_010_000, LITGPT],
  ['qwen2.5-coder qwen2.5-vl qwen2.5-omni', 'file', 'none'],
  ['qwen2.5-math', 'file', 'none', 4_096, LITGPT],
  ['qwen3', 'file', 'none'],
  [
    'qwen3-0.6b qwen3-1.7b qwen3-4b qwen3-8b qwen3-14b qwen3-32b qwen3-30b-a3b qwen3-235b-a22b',
    'file',
    'qwen3',
    40_960,
    LITGPT,
  ],
  [
    'qwen3-4b-instruct-2507 qwen3-30b-a3b-instruct-2507 qwen3-235b-a22b-instruct-2507',
    'file',
    'chatml',
    262_144,
    LITGPT,
  ],
  [
    'qwen3-4b-thinking-2507 qwen3-30b-a3b-thinking-2507 qwen3-235b-a22b-thinking-2507',
    'file',
    'none',
    262_144,
    LITGPT,
  ],
  [
    'qwen3-coder-30b-a3b',
    'file',
    'none',
    262_144,
    modelsDev('1a0bdb93f9da8f34c9188e4e385f03c721657f85', 'models/alibaba/qwen3-coder-30b-a3b-instruct.toml'),
  ],
  ['smollm2', 'file', 'none', 8_192, LITGPT],
  [
    'smollm3',
    'file',
    'none',
    131_072,
    onGitHub('huggingface/blog', '124475da2301eabe0a8e7da6bcf72159abe974bc', 'smollm3.md'),
  ],
  ['mistral-7b mixtral-8x7b', 'file', 'none', 32_768, LITGPT],
  ['mixtral-8x22b', 'file', 'none', 65_536, LITGPT],
  [
    'mistral-nemo open-mistral-nemo',
    'file',
    'mistral',
    131_072,
    said('Mistral Nemo at OpenRouter', 'https://openrouter.ai/mistralai/mistral-nemo:free/api'),
  ],
  ['ministral mistral-small mistral-large', 'file', 'none'],
  [
    'ministral-8b-instruct-2410',
    'file',
    'none',
    131_072,
    modelsDev('1a0bdb93f9da8f34c9188e4e385f03c721657f85', 'models/mistral/ministral-8b-instruct-2410.toml'),
  ],
  [
    'mistral-large-2411 mistral-large-instruct-2411',
    'file',
    'none',
    131_072,
    modelsDev('1a0bdb93f9da8f34c9188e4e385f03c721657f85', 'models/mistral/mistral-large-2411.toml'),
  ],
  [
    'mistral-large-2407 mistral-large-instruct-2407',
    'file',
    'none',
    131_072,
    modelsDev('a8f90b3f6f665bfafddf65977fc15bd43060d8c1', 'models/mistral/mistral-large-2407.toml'),
  ],
  [
    'gemma-2b gemma-7b',
    'file',
    'gemma',
    8_192,
    said('gemma-2b, answer of Google', 'https://huggingface.co/google/gemma-2b/discussions/32'),
  ],
  ['gemma-2', 'file', 'gemma', 8_192, LITGPT],
  ['gemma-3', 'file', 'gemma'],
  ['gemma-3-4b gemma-3-12b gemma-3-27b', 'file', 'gemma', 131_072, LITGPT],
  [
    'gemma-3-1b',
    'file',
    'gemma',
    32_768,
    said('Gemma 3, notes', 'https://hmellor.github.io/ml-notes/models/google/Gemma-3'),
  ],
  [
    'deepseek-v3',
    'file',
    'deepseek',
    131_072,
    onGitHub('deepseek-ai/DeepSeek-V3', '06dbd30b096f8e1dd9d4faadd532d52610fb347f', 'README.md'),
  ],
  ['deepseek-r1 deepseek-r1-distill-qwen', 'file', 'none'],
  ['deepseek-r1-distill-llama', 'file', 'none', 131_072, LITGPT],
  ['phi-4', 'file', 'none', 16_384, LITGPT],
  ['phi-4-reasoning', 'file', 'none', 32_768, LITGPT],
  ['phi-4-mini', 'file', 'none', 131_072, LITGPT],
  ['phi-4-multimodal phi-3-medium-4k phi-3.5-mini', 'file', 'none'],
  ['phi-3-mini-4k', 'file', 'none', 4_096, LITGPT],
  ['phi-3-mini-128k', 'file', 'none', 131_072, LITGPT],
  [
    'phi-3-medium-128k',
    'file',
    'none',
    128_000,
    said(
      'Phi-3 Medium 128K at OpenRouter',
      'https://openrouter.ai/microsoft/phi-3-medium-128k-instruct:free/api',
    ),
  ],
  ['codellama starcoder2', 'file', 'none'],
  ['codellama-7b codellama-34b', 'file', 'none', 16_384, LITGPT],
  ['tinyllama', 'file', 'none', 2_048, LITGPT],
];

export const OPEN_MODELS: readonly ModelFacts[] = expand(ROWS);
