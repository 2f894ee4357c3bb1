// The Summary: all tallies of a run as one tally. It is handed the rules of the set and imports none of them.

import type { Finding, RuleId } from '../model/finding.ts';
import type { Position } from '../model/position.ts';
import type { DatasetJudge, RecordView, RuleState } from '../model/rule.ts';
import type { Tally } from '../model/tally.ts';
import { type CappedCounter, countKey, emptyCounter, mergeCounter } from './capped-counter.ts';
import { count, emptyHistogram, type Histogram, mergeHistogram } from './histogram.ts';
import { addIdentity, emptyIdentities, type IdentityColumns, mergeIdentities } from './identity-columns.ts';
import { emptyLedger, enterOfRecord, type Ledger, mergeLedger } from './ledger.ts';
import { addName, emptyNames, mergeNames, type NameColumns } from './name-columns.ts';
import { emptyWithheld, mergeWithheld, type Withheld } from './withheld.ts';

/** What is known of one record after looking. */
export interface Inspection {
  readonly at: Position;
  readonly outcome: 'understood' | 'broken' | 'unrecognized';
  /** Absent when the record was not understood. */
  readonly view: RecordView | undefined;
  /** Of a format that the target reads; without a target, every format is. */
  readonly forTarget: boolean;
  /** The class it belongs to, when the user says where labels stand. */
  readonly label: string | undefined;
  readonly findings: readonly Finding[];
  /** Whether anything is wrong with it that is more than worth knowing, told or known before. */
  readonly flagged: boolean;
  /** Its lasting name, where names are asked for. */
  readonly name: string | undefined;
}

/** A tally that names records by their row among the identities; only whoever made it can read its state. */
export interface RowTally {
  empty(): unknown;
  add(state: unknown, view: RecordView, row: number): void;
  /** `rows` are those that `into` spoke of before. */
  merge(into: unknown, from: unknown, rows: number): void;
}

/** Plain data; see model/tally.ts for the laws. */
export interface Summary {
  /** Records read, by source rank. */
  readonly records: number[];
  broken: number;
  unrecognized: number;
  understood: number;
  flagged: number;
  readonly tokens: Histogram;
  learned: number;
  framing: number;
  unsizedImages: number;
  readonly turns: Histogram;
  readonly roles: Map<string, number>;
  readonly labels: CappedCounter;
  readonly identities: IdentityColumns;
  readonly ledger: Ledger;
  readonly withheld: Withheld;
  readonly names: NameColumns;
  /** What likeness is told by. */
  readonly sketches: Map<string, unknown>;
  /** States of the rules of the set; only their rule can read them. */
  readonly rules: Map<RuleId, RuleState>;
}

/** `ofTarget` are the rules that speak only of the formats which the target reads. */
export function summaryTally(
  judges: ReadonlyMap<RuleId, DatasetJudge>,
  keep: number,
  ofTarget: ReadonlySet<RuleId>,
  sketches: ReadonlyMap<string, RowTally> = new Map(),
): Tally<Summary, Inspection> {
  // Walked once per record: as a list, whose walk makes nothing.
  const list = [...judges].map(([id, judge]) => ({ id, judge }));
  return {
    empty: () => ({
      records: [],
      broken: 0,
      unrecognized: 0,
      understood: 0,
      flagged: 0,
      tokens: emptyHistogram(),
      learned: 0,
      framing: 0,
      unsizedImages: 0,
      turns: emptyHistogram(),
      roles: new Map(),
      labels: emptyCounter(),
      identities: emptyIdentities(),
      ledger: emptyLedger(keep),
      withheld: emptyWithheld(),
      names: emptyNames(),
      sketches: new Map([...sketches].map(([id, sketch]) => [id, sketch.empty()])),
      rules: new Map([...judges].map(([id, judge]) => [id, judge.empty()])),
    }),
    add(state, { at, outcome, view, forTarget, label, findings, flagged, name }) {
      state.records[at.source] = (state.records[at.source] ?? 0) + 1;
      if (outcome === 'broken') state.broken += 1;
      else if (outcome === 'unrecognized') state.unrecognized += 1;
      else state.understood += 1;
      for (const finding of findings) enterOfRecord(state.ledger, finding);
      if (name !== undefined) addName(state.names, at, name);
      if (view === undefined) return;
      if (flagged) state.flagged += 1;
      count(state.tokens, view.tokens);
      state.framing += view.framing;
      state.unsizedImages += view.unsizedImages;
      count(state.turns, view.turns.length);
      for (const turn of view.turns) {
        if (turn.learned) state.learned += turn.tokens;
        state.roles.set(turn.role, (state.roles.get(turn.role) ?? 0) + 1);
      }
      if (label !== undefined) countKey(state.labels, label);
      const row = state.identities.source.length;
      addIdentity(state.identities, view.identity, at);
      for (const [id, sketch] of sketches) sketch.add(state.sketches.get(id), view, row);
      for (const { id, judge } of list) {
        if (forTarget || !ofTarget.has(id)) judge.add(state.rules.get(id), view);
      }
    },
    merge(into, from) {
      from.records.forEach((n, source) => {
        into.records[source] = (into.records[source] ?? 0) + n;
      });
      into.broken += from.broken;
      into.unrecognized += from.unrecognized;
      into.understood += from.understood;
      into.flagged += from.flagged;
      mergeHistogram(into.tokens, from.tokens);
      into.learned += from.learned;
      into.framing += from.framing;
      into.unsizedImages += from.unsizedImages;
      mergeHistogram(into.turns, from.turns);
      for (const [role, n] of from.roles) into.roles.set(role, (into.roles.get(role) ?? 0) + n);
      mergeCounter(into.labels, from.labels);
      const rows = into.identities.source.length;
      for (const [id, sketch] of sketches) sketch.merge(into.sketches.get(id), from.sketches.get(id), rows);
      mergeIdentities(into.identities, from.identities);
      mergeLedger(into.ledger, from.ledger);
      mergeWithheld(into.withheld, from.withheld);
      mergeNames(into.names, from.names);
      for (const [id, judge] of judges) judge.merge(into.rules.get(id), from.rules.get(id));
    },
  };
}
