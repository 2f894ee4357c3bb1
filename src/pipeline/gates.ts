// Rules that fail a run by their rate: how often they spoke, against a share of the records or against the baseline.

import { amount } from '../model/amount.ts';
import type { Gate } from '../model/report.ts';
import type { Settings } from '../model/settings.ts';
import type { Summary } from '../tally/summary.ts';

/** What the settings allow, and what was found; a rule that may not worsen needs a baseline to be held to. */
export function gatesOf({ rules, baseline }: Settings, summary: Summary, read: number): Gate[] {
  const gates: Gate[] = [];
  for (const [rule, { maxRate }] of Object.entries(rules).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (maxRate === undefined) continue;
    const found = (summary.ledger.counts.get(rule) ?? 0) + (summary.withheld.known.get(rule) ?? 0);
    if (maxRate !== 'baseline') {
      const allowed = { findings: Math.floor(maxRate * read), of: read };
      gates.push({ rule, found, allowed, by: 'rate', open: found > maxRate * read });
    } else if (baseline !== undefined) {
      const allowed = { findings: baseline.counts[rule] ?? 0, of: baseline.read };
      gates.push({ rule, found, allowed, by: 'baseline', open: worse(found, read, allowed) });
    }
  }
  return gates;
}

/** In whole numbers that do not round. */
const worse = (found: number, read: number, { findings, of }: Gate['allowed']): boolean =>
  BigInt(found) * BigInt(of) > BigInt(findings) * BigInt(read);

export const brokenGates = (gates: readonly Gate[], { failOn }: Settings): string[] =>
  failOn === 'never'
    ? []
    : gates
        .filter(({ open }) => open)
        .map(({ rule, found, allowed, by }) => {
          const most =
            by === 'rate'
              ? `more than the ${amount(allowed.findings)} allowed`
              : `a higher rate than the ${amount(allowed.findings)} of ${amount(allowed.of)} in the baseline`;
          return `${amount(found)} of ${rule}, ${most}`;
        });
