// The verdict in one sentence, the same in every report.

import { amount } from '../model/amount.ts';
import type { Report } from '../model/report.ts';
import { counted } from './wording.ts';

/** "1 error, 2 warnings, 3 to know", or "nothing found". */
export function foundOf({ totals }: Report): string {
  const said = [
    totals.error > 0 ? counted(totals.error, 'error') : '',
    totals.warning > 0 ? counted(totals.warning, 'warning') : '',
    totals.info > 0 ? `${amount(totals.info)} to know` : '',
  ].filter((part) => part !== '');
  return said.length === 0 ? 'nothing found' : said.join(', ');
}

export function verdictOf(report: Report): string {
  const { verdict, reasons, settings, totals, figures } = report;
  const read = counted(figures.records.read, 'record');
  if (verdict === 'fail') return `Fail: ${reasons.join('; ')} (${read}, ${foundOf(report)}).`;
  const pass = settings.failOn === 'never' && totals.error > 0 ? 'Pass, for nothing may fail it' : 'Pass';
  return `${pass}: ${read}, ${foundOf(report)}.`;
}
