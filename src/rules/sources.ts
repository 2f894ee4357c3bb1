// Where several rules have their evidence from.

import type { Citation } from '../model/citation.ts';

const READ = '2026-11-22';

export const ALPACA_CLEANED: Citation = {
  title: 'AlpacaDataCleaned, kinds of faults in Alpaca',
  url: 'https://github.com/gururise/AlpacaDataCleaned',
  read: READ,
};
export const OPEN_INSTRUCT: Citation = {
  title: 'AI2 open-instruct, filters for post-training data',
  url: 'https://github.com/allenai/open-instruct',
  read: READ,
};
export const FTFY: Citation = {
  title: 'ftfy, fixes text for you',
  url: 'https://github.com/rspeer/python-ftfy',
  read: READ,
};
export const OPENAI_BEST: Citation = {
  title: 'OpenAI, fine-tuning best practices',
  url: 'https://developers.openai.com/api/docs/guides/fine-tuning-best-practices',
  read: READ,
};
export const DATATROVE: Citation = {
  title: 'datatrove, filters for web text',
  url: 'https://github.com/huggingface/datatrove',
  read: READ,
};
export const DOLMA: Citation = {
  title: 'Dolma, taggers and mixes',
  url: 'https://github.com/allenai/dolma',
  read: READ,
};
export const TOGETHER_CHECK: Citation = {
  title: 'Together, the checks of its own client',
  url: 'https://github.com/togethercomputer/together-python',
  read: READ,
};
export const CLAUDE_BEDROCK: Citation = {
  title: 'Claude on Amazon Bedrock, fine-tuning data',
  url: 'https://platform.claude.com/cookbook/finetuning-finetuning-on-bedrock',
  read: READ,
};
export const MISTRAL_FINETUNE: Citation = {
  title: 'mistral-finetune, validate_data',
  url: 'https://github.com/mistralai/mistral-finetune',
  read: READ,
};
export const APIGEN: Citation = {
  title: 'APIGen, function-calling data checked in three stages',
  url: 'https://apigen-pipeline.github.io',
  read: READ,
};
export const TUNESET_PRACTICE: Citation = { title: 'Practice; the bound was set by looking at real sets' };
