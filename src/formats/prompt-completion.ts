// Pairs of `prompt` and `completion`: completion models, several services, Hugging Face's trainers.

import { pair, pairFormat } from './pair-format.ts';

export const promptCompletion = pairFormat(
  {
    id: 'prompt-completion',
    title: 'Prompt and completion: {prompt, completion}, as texts or as messages',
    sources: [
      {
        title: 'OpenAI API description, FineTuneCompletionRequestInput',
        url: 'https://github.com/openai/openai-openapi',
        read: '2026-11-22',
      },
      {
        title: 'Hugging Face TRL, dataset formats',
        url: 'https://huggingface.co/docs/trl/dataset_formats',
        read: '2026-11-22',
      },
    ],
  },
  pair('prompt', 'completion', 1),
  // As Databricks called it.
  pair('prompt', 'response', 0.9),
);
