// The reports: one run, any of these forms.

import type { Reporter } from '../model/report.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import { sarif } from './sarif.ts';
import { text } from './text.ts';

/** Where an ending is shared, the first one has it. */
export const REPORTERS: readonly Reporter[] = [text, json, markdown, sarif, github, gitlab, junit];

export const findReporter = (id: string): Reporter | undefined =>
  REPORTERS.find((reporter) => reporter.id === id);
