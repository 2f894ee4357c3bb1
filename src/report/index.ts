// The reports: one run, any of these forms.

import type { Reporter, ReportKind } from '../model/report.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import { sarif } from './sarif.ts';
import { text } from './text.ts';

/** Those at hand. */
export const REPORTERS: readonly Reporter[] = [text, json, markdown, sarif, github, gitlab, junit];

export const findReporter = (id: string): Reporter | undefined =>
  REPORTERS.find((reporter) => reporter.id === id);

/** All of them; the page brings a library for its charts, which nobody should wait for who does not want it. */
export const REPORT_KINDS: readonly ReportKind[] = [
  ...REPORTERS.map((reporter) => ({
    id: reporter.id,
    title: reporter.title,
    extension: reporter.extension,
    load: async () => reporter,
  })),
  {
    id: 'html',
    title: 'A page to read and to share',
    extension: 'html',
    load: async () => (await import('./html.ts')).html,
  },
];

/** Where an ending is shared, the first kind has it. */
export const findReportKind = (id: string): ReportKind | undefined =>
  REPORT_KINDS.find((kind) => kind.id === id);
