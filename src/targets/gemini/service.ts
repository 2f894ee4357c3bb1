// What holds for every method of tuning Gemini on Google Cloud.

import type { Citation } from '../../model/citation.ts';
import type { Limits, TargetStatus } from '../../model/limits.ts';

const READ = '2026-11-22';

export const PREPARE: Citation = {
  title: 'Google Cloud, preparing data for Gemini tuning',
  url: 'https://docs.cloud.google.com/vertex-ai/generative-ai/docs/models/gemini-supervised-tuning-prepare',
  read: READ,
};
export const TUNING: Citation = {
  title: 'Google Cloud, supervised tuning (2026-09-25)',
  url: 'https://docs.cloud.google.com/gemini-enterprise-agent-platform/models/tuning/supervised-tuning',
  read: READ,
};
export const PREFERENCE: Citation = {
  title: 'Google Cloud, preparing data for Gemini preference tuning',
  url: 'https://docs.cloud.google.com/vertex-ai/generative-ai/docs/models/gemini-preference-tuning-prepare',
  read: READ,
};

export const status: TargetStatus = {
  open: true,
  note: 'open to new users, for Gemini 3.5 Flash, 3.1 Flash-Lite and 2.5',
  caution:
    'Gemini 2.5 can still be tuned by the documents, and is said to have left inference in October 2026; choose 3.x',
  read: READ,
};

export const limits: Limits = {
  advisedRecords: { value: 100, citation: PREPARE },
  maxRecords: { value: 10_000_000, citation: TUNING },
  // "1 GB", read in the way that refuses less.
  maxBytes: { value: 1024 ** 3, citation: TUNING },
  validation: {
    maxRecords: { value: 5_000, citation: TUNING },
    maxPercent: { value: 30, above: 1_000, citation: TUNING },
  },
  exampleTokens: { '*': { value: 131_072, citation: TUNING } },
  overLength: 'unknown',
};
