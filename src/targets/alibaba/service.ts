// What holds for every method of tuning on Alibaba Cloud Model Studio.

import type { Citation } from '../../model/citation.ts';
import type { Limits, TargetStatus } from '../../model/limits.ts';

const READ = '2026-11-22';

export const RULES: Citation = {
  title: 'Alibaba Cloud Model Studio, rules for training data (2026-09-11)',
  url: 'https://www.alibabacloud.com/help/en/model-studio/text-generation-tuning-data-upload-rules',
  read: READ,
};
export const GUIDE: Citation = {
  title: 'Alibaba Cloud Model Studio, fine-tuning API guide (2026-06-03)',
  url: 'https://www.alibabacloud.com/help/en/model-studio/fine-tuning-api-guide',
  read: READ,
};
export const TUNING: Citation = {
  title: 'Alibaba Cloud Model Studio, tuning of text models (2026-03-17)',
  url: 'https://www.alibabacloud.com/help/en/model-studio/text-generation-model-tuning',
  read: READ,
};

export const status: TargetStatus = { open: true, note: 'open to new users', read: READ };

export const limits: Limits = {
  // "200 MB", read in the way that refuses less.
  maxBytes: { value: 200 * 1024 * 1024, citation: RULES },
  // The largest max_length that a job can have.
  exampleTokens: { '*': { value: 131_072, citation: RULES } },
  overLength: 'unknown',
};
