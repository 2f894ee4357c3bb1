// The reports: one run, any of these forms.

import type { Reporter } from '../model/report.ts';
import { json } from './json.ts';
import { text } from './text.ts';

export const REPORTERS: readonly Reporter[] = [text, json];

export const findReporter = (id: string): Reporter | undefined =>
  REPORTERS.find((reporter) => reporter.id === id);
