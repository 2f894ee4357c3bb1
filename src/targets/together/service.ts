// What holds for every method of fine-tuning at Together.

import type { Citation } from '../../model/citation.ts';
import type { Limits, TargetStatus } from '../../model/limits.ts';
import type { Rejection } from '../../model/target.ts';

const READ = '2026-11-22';

export const DATA: Citation = {
  title: 'Together, data preparation',
  url: 'https://docs.together.ai/docs/fine-tuning/data-preparation',
  read: READ,
};
export const SDK: Citation = {
  title: 'Together, file check of its SDK',
  url: 'https://github.com/togethercomputer/together-py',
  read: READ,
};
export const SKILLS: Citation = {
  title: 'Together, skills: data formats and supported models (2026-08-18)',
  url: 'https://github.com/togethercomputer/skills',
  read: READ,
};
export const REASONING: Citation = {
  title: 'Together, fine-tuning reasoning models',
  url: 'https://docs.together.ai/docs/fine-tuning-reasoning.md',
  read: READ,
};

export const status: TargetStatus = { open: true, note: 'open to new users', read: READ };

export const limits: Limits = {
  minRecords: { value: 1, citation: DATA },
  maxBytes: { value: 100_000_000_000, citation: DATA },
  carefulBytes: [
    {
      value: 50_000_000_000,
      note: "Together's skills and its older client take no more, though its documents say 100 GB",
      citation: SKILLS,
    },
  ],
  overLength: 'unknown',
  maxImages: { value: 10, citation: SDK },
  maxImageBytes: { value: 10_000_000, citation: SDK },
  imageTypes: ['image/jpeg', 'image/png', 'image/webp'],
};

export const rejections: readonly Rejection[] = [
  { rule: 'structure/unknown-key', words: 'Found extra column', citation: SDK },
];
