// What a set can be for, and how many examples that takes, with the evidence for it.

import type { Citation } from '../model/citation.ts';

export interface Goal {
  readonly id: string;
  readonly title: string;
  /** Effective records: fewer are too few. */
  readonly low: number;
  /** Where more rarely helps; absent where it does. */
  readonly high?: number;
  /** Where classes are counted: effective records of each at the low end. */
  readonly perClass?: number;
  /** `published`: a provider or a study says so; `practice`: teams have found so. */
  readonly evidence: 'published' | 'practice';
  readonly sources: readonly Citation[];
}

const OPENAI: Citation = {
  title: 'OpenAI, fine-tuning best practices: gains show at 50 to 100 examples',
  url: 'https://developers.openai.com/api/docs/guides/fine-tuning-best-practices',
  read: '2026-11-22',
};
const GEMINI: Citation = {
  title: 'Gemini, supervised tuning: begin with 100 examples, quality before quantity',
  url: 'https://docs.cloud.google.com/gemini-enterprise-agent-platform/models/tuning/supervised-tuning',
  read: '2026-11-22',
};
const LIMA: Citation = {
  title: 'Zhou et al., LIMA: 1,000 chosen examples gave a strong base a chat style',
  url: 'https://arxiv.org/abs/2305.11206',
  read: '2026-11-22',
};
const ALPAGASUS: Citation = {
  title: 'Chen et al., AlpaGasus: 9,000 chosen of 52,000 examples beat all of them',
  url: 'https://arxiv.org/abs/2307.08701',
  read: '2026-11-22',
};

export const GOALS: readonly Goal[] = [
  {
    id: 'style',
    title: 'Style or format',
    low: 50,
    high: 500,
    evidence: 'published',
    sources: [OPENAI, GEMINI],
  },
  {
    id: 'classification',
    title: 'Classification into a few classes',
    low: 500,
    high: 2000,
    perClass: 100,
    evidence: 'practice',
    sources: [OPENAI],
  },
  {
    id: 'extraction',
    title: 'Extraction or transformation',
    low: 1000,
    high: 10_000,
    evidence: 'practice',
    sources: [GEMINI],
  },
  {
    id: 'behaviour',
    title: 'Major change of behaviour',
    low: 10_000,
    evidence: 'practice',
    sources: [LIMA, ALPAGASUS],
  },
];

export const findGoal = (id: string): Goal | undefined => GOALS.find((goal) => goal.id === id);
