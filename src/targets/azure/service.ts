// What holds for every method of fine-tuning on Azure OpenAI (Microsoft Foundry).

import type { Citation } from '../../model/citation.ts';
import type { Limits, TargetStatus } from '../../model/limits.ts';
import type { Target } from '../../model/target.ts';
import { BEST, severities as openaiSeverities } from '../openai/service.ts';

const READ = '2026-11-22';

export const SDK: Citation = {
  title: 'Azure OpenAI, customizing a model with the SDK',
  url: 'https://github.com/MicrosoftDocs/azure-ai-docs/blob/main/articles/foundry/openai/includes/fine-tuning-oai-sdk.md',
  read: READ,
};
export const QUOTAS: Citation = {
  title: 'Azure OpenAI, quotas and limits (2026-02-17)',
  url: 'https://github.com/MicrosoftDocs/azure-ai-docs/blob/main/articles/foundry/openai/quotas-limits.md',
  read: READ,
};
export const UPLOADS: Citation = {
  title: 'Microsoft Foundry skills, large file uploads',
  url: 'https://raw.githubusercontent.com/microsoft/azure-skills/main/skills/microsoft-foundry/finetuning/references/large-file-uploads.md',
  read: READ,
};
export const VISION: Citation = {
  title: 'Azure OpenAI, vision fine-tuning (2026-07-31)',
  url: 'https://learn.microsoft.com/azure/foundry/openai/how-to/fine-tuning-vision',
  read: READ,
};
export const OVERVIEW: Citation = {
  title: 'Microsoft Foundry, fine-tuning overview (2026-10-06)',
  url: 'https://learn.microsoft.com/azure/foundry/fine-tuning/overview',
  read: READ,
};
export const ISSUE_23: Citation = {
  title: 'Microsoft Foundry fine-tuning samples, issue 23: a file that fails with an invalid schema',
  url: 'https://github.com/microsoft-foundry/fine-tuning/issues/23',
  read: READ,
};

export const status: TargetStatus = { open: true, note: 'open to new users', read: READ };

const byModel = { value: 65_536, citation: BEST };

export const limits: Limits = {
  minRecords: { value: 10, citation: SDK },
  // "512 MB", read in the way that refuses less.
  maxBytes: { value: 512 * 1024 * 1024, citation: QUOTAS },
  carefulBytes: [
    {
      value: 100_000_000,
      note: 'Microsoft advises the upload in parts: a plain one may fail without a word from about 150 MB on',
      citation: UPLOADS,
    },
    { value: 200_000_000, note: 'the portal does not take it', citation: QUOTAS },
  ],
  tokenEpochs: { value: 2_000_000_000, citation: QUOTAS },
  // What the open models take is not documented.
  exampleTokens: {
    'gpt-4o': byModel,
    'gpt-4o-mini': byModel,
    'gpt-4.1': byModel,
    'gpt-4.1-mini': byModel,
    'gpt-4.1-nano': byModel,
  },
  overLength: 'truncated',
};

export const severities: Target['severities'] = {
  ...openaiSeverities,
  // The documents even ask for a mark; none of Microsoft's own samples has one.
  'structure/bom': 'off',
  // Only answers in a row are known to fail; a check of its own says so.
  'roles/not-alternating': 'off',
};
