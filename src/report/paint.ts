// Colour: picocolors' door. The view decides whether there is any, never the environment.

import pico from 'picocolors';
import type { Severity } from '../model/finding.ts';

export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly blue: (text: string) => string;
  readonly green: (text: string) => string;
  readonly cyan: (text: string) => string;
}

export const paintFor = (color: boolean): Paint => pico.createColors(color);

export const MARKS: Readonly<Record<Severity, string>> = { error: '✖', warning: '▲', info: '●' };

export const severityPaint = (paint: Paint, severity: Severity): ((text: string) => string) =>
  ({ error: paint.red, warning: paint.yellow, info: paint.blue })[severity];
