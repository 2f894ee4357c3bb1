// One batch after another → a Summary: what a thread does, alone or among others.

import type { Batch } from '../io/batch.ts';
import { findLineSeparators } from '../io/line-separators.ts';
import type { Finding, RuleId } from '../model/finding.ts';
import { enter } from '../tally/ledger.ts';
import type { Inspection, Summary } from '../tally/summary.ts';
import { makeInspect } from './inspect.ts';
import type { Kit } from './kit.ts';

/** A batch whose format is known; `format` is undefined where nothing was recognized. */
export interface Parcel {
  readonly batch: Batch;
  readonly format: string | undefined;
}

export interface Surveyor {
  readonly summary: Summary;
  /** Takes a parcel into the summary; its findings, in order, when they were asked for. */
  survey(parcel: Parcel): readonly Finding[];
}

/**
 * `listening`: somebody wants every finding, not only those that the summary keeps. `see` is shown every record; what it
 * is shown is overwritten by the next.
 */
export function makeSurveyor(kit: Kit, listening: boolean, see?: (inspection: Inspection) => void): Surveyor {
  const { tally, settings } = kit;
  const summary = tally.empty();
  const { counts } = summary.ledger;
  // Findings reach a thread in the order of their positions, so whatever ends up kept is among its first.
  const wantsExcerpt = (rule: RuleId): boolean => listening || (counts.get(rule) ?? 0) < settings.keep;
  const looksForSeparators = settings.rules['structure/line-separator'] !== undefined;
  const { withheld } = summary;
  const inspect = makeInspect(kit, wantsExcerpt, withheld);
  return {
    summary,
    survey({ batch, format: id }) {
      const format = id === undefined ? undefined : kit.formats.get(id);
      const heard: Finding[] = [];
      const separators = looksForSeparators ? findLineSeparators(batch) : [];
      for (const { at, problem } of [...batch.notes, ...separators]) {
        const severity = kit.severityOf(problem.rule, at.source);
        if (severity === undefined) continue;
        const { rule } = problem;
        const silenced = kit.silence?.(
          { rule, problem, source: at.source, name: nameless, counted: false },
          withheld,
        );
        if (silenced !== undefined) continue;
        const finding = { ...problem, severity, at };
        enter(summary.ledger, finding);
        if (listening) heard.push(finding);
      }
      for (let record = 0; record < batch.starts.length; record += 1) {
        const inspection = inspect(batch, record, format);
        tally.add(summary, inspection);
        see?.(inspection);
        if (listening) heard.push(...inspection.findings);
      }
      return heard;
    },
  };
}

/** What a reader notices stands in no record. */
const nameless = (): undefined => undefined;
