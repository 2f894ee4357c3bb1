// A table whose rows have different numbers of cells.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { TextBits } from '../../model/text-bits.ts';
import { withoutCode } from '../../text/code-spans.ts';
import { beginning } from '../../text/find-all.ts';
import { chat, pair } from '../sample.ts';

const TABLE = TextBits.pipe | TextBits.lineFeed;
const RULE = /^\s{0,3}\|(?:\s{0,9}:?-{2,}:?\s{0,9}\|)+\s*$/;

export const brokenTable = defineRecordRule({
  id: 'content/broken-table',
  title: 'Table with uneven rows',
  why: 'Such a table is not shown as one, and the model learns to write it so.',
  mend: 'Give every row the same number of cells.',
  severity: 'info',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { uneven: 'A row has {count#cell} where the head of the table has {head}.' },
  sources: [{ title: 'GitHub Flavored Markdown, tables' }],
  examples: {
    good: [
      { title: 'even', record: chat('Table?', '| a | b |\n|---|---|\n| 1 | 2 |') },
      { title: 'a bar inside a cell', record: chat('Table?', '| a | b |\n|---|---|\n| x \\| y | 2 |') },
    ],
    bad: [
      {
        title: 'a cell too many',
        record: chat('Table?', '| a | b |\n|---|---|\n| 1 | 2 | 3 |'),
        finds: [{ message: 'uneven', pointer: '/messages/1/content', data: { count: 3, head: 2 } }],
      },
      {
        title: 'a cell too few',
        record: pair('Table?', '| a | b | c |\n|---|---|---|\n| 1 | 2 |'),
        finds: [{ message: 'uneven', pointer: '/completion', data: { count: 2, head: 3 } }],
      },
    ],
  },
  measured: { records: 48653, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-24' },
  create: () => (view, report) => {
    for (const turn of view.turns) {
      if (!turn.learned || (turn.bits & TABLE) !== TABLE) continue;
      const found = unevenRow(withoutCode(beginning(turn.text)));
      if (found === undefined) continue;
      const { count, head, at } = found;
      report({ message: 'uneven', pointer: textPointer(turn.message), data: { count, head }, near: at });
    }
  },
});

/** The first row of a table, drawn with bars on both sides, that has not as many cells as its head. */
function unevenRow(text: string): { count: number; head: number; at: number } | undefined {
  const lines = text.split('\n');
  let at = 0;
  let head = 0;
  for (const line of lines) {
    const inTable = line.trimStart().startsWith('|') && line.trimEnd().endsWith('|');
    if (!inTable) head = 0;
    else if (RULE.test(line)) head = cellsOf(line);
    else if (head > 0 && cellsOf(line) !== head) return { count: cellsOf(line), head, at };
    at += line.length + 1;
  }
  return undefined;
}

const cellsOf = (row: string): number => row.trim().replaceAll('\\|', '').split('|').length - 2;
