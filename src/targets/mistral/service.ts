// Where the facts of Mistral's fine-tuning stand.

import type { Citation } from '../../model/citation.ts';

export const DOCS: Citation = {
  title: 'Mistral, platform documentation (2026-08-21)',
  url: 'https://github.com/mistralai/platform-docs-public',
  read: '2026-11-22',
};
export const FINETUNE: Citation = {
  title: 'mistral-finetune, finetune/data/tokenize.py and utils/validate_data.py',
  url: 'https://github.com/mistralai/mistral-finetune',
  read: '2026-11-22',
};
export const COMMON: Citation = {
  title: 'mistral-common, validator.py (2026-07-23)',
  url: 'https://github.com/mistralai/mistral-common',
  read: '2026-11-22',
};
