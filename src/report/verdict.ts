// The verdict in one sentence, the same in every report.

import { amount } from '../model/amount.ts';
import type { Report } from '../model/report.ts';
import { plainText } from './plain.ts';
import { counted } from './wording.ts';

/** "1 error, 2 warnings, 3 to know", or "nothing found". */
export function foundOf({ totals, withheld }: Report): string {
  const said = [
    totals.error > 0 ? counted(totals.error, 'error') : '',
    totals.warning > 0 ? counted(totals.warning, 'warning') : '',
    totals.info > 0 ? `${amount(totals.info)} to know` : '',
  ].filter((part) => part !== '');
  return said.length === 0 ? `nothing ${withheld?.known === undefined ? '' : 'new '}found` : said.join(', ');
}

/** "60 records", or "a sample of 60 of 9,000 records". */
export function judgedOf({ figures: { records, sample } }: Report): string {
  if (sample === undefined) return counted(records.read, 'record');
  return `a sample of ${amount(sample.records)} of ${counted(sample.of, 'record')}`;
}

export function verdictOf(report: Report): string {
  const { verdict, reasons, settings, totals } = report;
  const read = judgedOf(report);
  if (verdict === 'fail') return `Fail: ${reasons.join('; ')} (${read}, ${foundOf(report)}).`;
  const pass =
    totals.error === 0
      ? 'Pass'
      : settings.failOn === 'never'
        ? 'Pass, for nothing may fail it'
        : 'Pass, within the rates allowed';
  return `${pass}: ${read}, ${foundOf(report)}.`;
}

/** What was found and is not told, a sentence each. */
export function withheldOf({ withheld }: Report): string[] {
  if (withheld === undefined) return [];
  const { suppressed, known, gone = 0 } = withheld;
  const more = gone === 0 ? '' : ` ${counted(gone, 'entry')} of it had no finding any more.`;
  return [
    ...(known === undefined ? [] : [`${counted(known, 'finding')} known from the baseline.${more}`]),
    ...(suppressed === 0 ? [] : [`${counted(suppressed, 'finding')} suppressed by the settings.`]),
  ];
}

/** Rules whose rate decides, a sentence each. */
export const gatesOf = ({ gates }: Report): string[] =>
  gates.map(({ rule, found, allowed, by, open }) => {
    const most =
      by === 'rate'
        ? `${amount(allowed.findings)} allowed among ${counted(allowed.of, 'record')}`
        : `the baseline has ${amount(allowed.findings)} in ${counted(allowed.of, 'record')}`;
    return `${open ? '✖' : '✔'} ${plainText(rule)}: ${amount(found)}, ${most}.`;
  });
