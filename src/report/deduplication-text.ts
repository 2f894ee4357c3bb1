// A deduplication told on a terminal: the sum of the records, and where they went.

import { amount } from '../model/amount.ts';
import type { Deduplication, DropReason } from '../model/deduplication.ts';
import { plainText } from './plain.ts';

const REASONS: Readonly<Record<DropReason, string>> = {
  exact: 'equal to another',
  normalised: 'equal but for white space and case',
  near: 'nearly the same as another',
  broken: 'broken',
};

const records = (count: number): string => `${amount(count)} ${count === 1 ? 'record' : 'records'}`;

export function deduplicationText(outcome: Deduplication): string {
  const { read, kept, dropped, clusters, unrecognized, against, capped, output, ledger } = outcome;
  const gone = read - kept;
  const parts = (Object.keys(REASONS) as DropReason[])
    .filter((reason) => dropped[reason] > 0)
    .map((reason) => `${amount(dropped[reason])} ${REASONS[reason]}`);
  const lines = [
    `records   ${amount(read)} read = ${amount(kept)} kept + ${amount(gone)} dropped${parts.length === 0 ? '' : ` (${parts.join(', ')})`}`,
    `clusters  ${amount(clusters)} of two records or more`,
    ...(against > 0 ? [`against   ${records(against)}, which stay as they are`] : []),
    ...(unrecognized > 0
      ? [`note      ${records(unrecognized)} of no known format stay: they could not be compared`]
      : []),
    ...(capped > 0
      ? [
          `note      ${records(capped)} resemble so many others that each was compared with its neighbours only`,
        ]
      : []),
    output === undefined ? 'written   nothing: a dry run' : `written   ${plainText(output)}`,
    ...(ledger === undefined ? [] : [`ledger    ${plainText(ledger)}`]),
  ];
  return `${lines.join('\n')}\n`;
}
