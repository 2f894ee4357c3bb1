// Looks at records while they are written, as the target will: the check of an output that nobody has to read again.

import type { Batch } from '../io/batch.ts';
import type { Finding } from '../model/finding.ts';
import type { Format } from '../model/format.ts';
import type { Position } from '../model/position.ts';
import type { Report } from '../model/report.ts';
import type { Settings } from '../model/settings.ts';
import { at, emptyColumn, push } from '../tally/columns.ts';
import { readRecipe } from '../tokens/create.ts';
import { NOTHING_COMPARED } from './comparisons.ts';
import { NO_LIKENESS } from './find-clusters.ts';
import { judge, type ToolName } from './judge.ts';
import { createKit } from './kit.ts';
import { makeSurveyor } from './survey.ts';

export interface OutputCheck {
  /** Takes the JSON of one record that was made of the one at that place. */
  add(json: Uint8Array, from: Position): void;
  /** Its findings stand where the records were read. */
  finish(): Report;
}

/** What a provider or trainer refuses; whether the contents are worth learning was asked before, or will be. */
const PACK =
  /^(?:structure|roles|tools|preference|media|size|tokens|target|internal)\/|^content\/empty-answer$/;

/** Bytes that are looked at together. */
const BATCH_BYTES = 1 << 18;

/** @param name what the report calls the output */
export async function openOutputCheck(
  name: string,
  format: Format,
  settings: Settings,
  tool: ToolName,
): Promise<OutputCheck> {
  const rules = Object.fromEntries(Object.entries(settings.rules).filter(([id]) => PACK.test(id)));
  const kit = await createKit(
    { ...settings, rules, overrides: [] },
    [name],
    await readRecipe(settings.tokenizer),
    NOTHING_COMPARED,
    undefined,
  );
  const surveyor = makeSurveyor(kit, false);
  const origin = { source: emptyColumn(), index: emptyColumn(true), line: emptyColumn(true) };
  let lines: Uint8Array[] = [];
  let length = 0;
  let records = 0;
  let bytes = 0;
  const flush = (): void => {
    if (lines.length === 0) return;
    surveyor.survey({ batch: batchOf(lines, records - lines.length, bytes - length), format: format.id });
    lines = [];
    length = 0;
  };
  return {
    add(json, from) {
      push(origin.source, from.source);
      push(origin.index, from.index);
      push(origin.line, from.line ?? 0);
      lines.push(json.slice());
      records += 1;
      length += json.length + 1;
      bytes += json.length + 1;
      if (length >= BATCH_BYTES) flush();
    },
    finish() {
      flush();
      const source = {
        name,
        container: 'jsonl',
        format: format.id,
        because: 'written so',
        bytes,
        sha256: '',
      };
      const report = judge(
        { summary: surveyor.summary, facts: [source], kit, likeness: NO_LIKENESS },
        tool,
        undefined,
      );
      const comesFrom = ({ index }: Position): Position => {
        const line = at(origin.line, index);
        const place = { source: at(origin.source, index), index: at(origin.index, index) };
        return line === 0 ? place : { ...place, line };
      };
      const placed = (finding: Finding): Finding => ({
        ...finding,
        ...(finding.at === undefined ? {} : { at: comesFrom(finding.at) }),
        ...(finding.related === undefined
          ? {}
          : { related: finding.related.map((other) => ({ ...other, at: comesFrom(other.at) })) }),
      });
      return { ...report, findings: report.findings.map(placed) };
    },
  };
}

/** Lines as they would be read again. */
function batchOf(lines: readonly Uint8Array[], firstIndex: number, offset: number): Batch {
  const count = lines.length;
  const starts = new Uint32Array(count);
  const ends = new Uint32Array(count);
  const physical = new Uint32Array(count);
  let length = 0;
  for (const [i, line] of lines.entries()) {
    starts[i] = length;
    ends[i] = length + line.length;
    physical[i] = firstIndex + i + 1;
    length += line.length + 1;
  }
  const bytes = new Uint8Array(length).fill(0x0a);
  for (const [i, line] of lines.entries()) bytes.set(line, starts[i]);
  const flags = new Uint8Array(count);
  return { source: 0, firstIndex, offset, bytes, starts, ends, lines: physical, flags, notes: [] };
}
