// Outcome → number: what a shell, a hook or a CI job sees.

import type { UserError } from '../model/error.ts';
import type { Report } from '../model/report.ts';

export const ExitCode = { pass: 0, findings: 1, badRequest: 2, fault: 3, interrupted: 130 } as const;

/** A crashed rule is our fault, whatever else was found. */
export function exitCodeFor(report: Report): number {
  if (Object.hasOwn(report.counts, 'internal/rule-crash')) return ExitCode.fault;
  return report.verdict === 'pass' ? ExitCode.pass : ExitCode.findings;
}

export const exitCodeForError = (error: UserError): number =>
  error.code === 'interrupted' ? ExitCode.interrupted : ExitCode.badRequest;
