// The Executor: runs parcels through surveyors. This one does it here, on the calling thread.

import type { ParcelMemory } from '../io/parcel-memory.ts';
import type { Finding, RuleId } from '../model/finding.ts';
import type { RuleMeta } from '../model/rule-meta.ts';
import type { Summary } from '../tally/summary.ts';
import type { Kit } from './kit.ts';
import { makeSurveyor, type Parcel } from './survey.ts';

/** Takes every finding of a run, parcel by parcel, in order. */
export type FindingListener = (findings: readonly Finding[], words: FindingWords) => void | Promise<void>;

/** What it takes to put a finding into words. */
export interface FindingWords {
  /** Names of the sources, by rank. */
  readonly sources: readonly string[];
  readonly rules: Readonly<Record<RuleId, RuleMeta>>;
}

/** A listener that has its words already. */
export type Listen = (findings: readonly Finding[]) => void | Promise<void>;

/** Two forms, one contract: whatever the form, the same parcels give the same summary and the same findings in order. */
export interface Executor {
  run(parcels: AsyncIterable<Parcel>, listen: Listen | undefined): Promise<Summary>;
  close(): Promise<void>;
}

/** Each parcel's memory is given back once it was surveyed. */
export function inlineExecutor(kit: Kit, memory: ParcelMemory): Executor {
  return {
    async run(parcels, listen) {
      const surveyor = makeSurveyor(kit, listen !== undefined);
      for await (const parcel of parcels) {
        const findings = surveyor.survey(parcel);
        memory.give(parcel.batch.bytes.buffer as ArrayBuffer);
        if (findings.length > 0) await listen?.(findings);
      }
      return surveyor.summary;
    },
    async close() {},
  };
}
