// Two versions of a set → SetDiff: what was added, removed and edited, and what that does to tokens, labels and findings.

import { baselineEntry } from '../model/baseline.ts';
import { compareFindings, type Finding, type RuleId } from '../model/finding.ts';
import type { JsonValue } from '../model/json.ts';
import { maskSecrets } from '../model/mask.ts';
import type { Cost, Report } from '../model/report.ts';
import type { Change, DiffFindings, DiffRow, EditedRow, SetDiff, SideFigures } from '../model/set-diff.ts';
import type { Settings } from '../model/settings.ts';
import { findTarget } from '../targets/index.ts';
import { shorten } from './excerpt.ts';
import { rulesFor } from './kit.ts';
import { type Matching, matchRows, type Pair } from './match-rows.ts';
import { keyOf, type ReadSet, type Row, readSet, readValues } from './read-set.ts';
import type { RunOptions } from './run.ts';
import { changesBetween } from './value-changes.ts';

type Options = Pick<RunOptions, 'tool' | 'root' | 'stdin' | 'signal'>;
type Values = ReadonlyMap<string, JsonValue | undefined>;

/** Code units of the excerpt of a row. */
const EXCERPT = 120;

/**
 * Compares two versions of a set.
 * @throws UserError when the request is wrong
 */
export async function diff(
  before: readonly string[],
  after: readonly string[],
  settings: Settings,
  options: Options,
): Promise<SetDiff> {
  const old = await readSet(before, settings, options);
  const now = await readSet(after, settings, options);
  const matching = matchRows(old.rows, now.rows);
  const { keep } = settings;
  const edited = matching.edited.slice(0, keep);
  const added = matching.added.slice(0, keep);
  const removed = matching.removed.slice(0, keep);
  const places = (rows: readonly Row[]) => rows.map(({ at }) => at);
  const oldValues = await readValues(
    before,
    places([...removed, ...edited.map((pair) => pair.before)]),
    settings,
    options,
  );
  const newValues = await readValues(
    after,
    places([...added, ...edited.map((pair) => pair.after)]),
    settings,
    options,
  );
  const renamed = new Map(matching.edited.map((pair) => [pair.before.name, pair.after.name]));
  const { fresh, gone } = compareFound(old.findings, now.findings, renamed, keep);
  const { tokens } = now.report.figures;
  return {
    tool: options.tool,
    tokenizer: tokens.tokenizer,
    exact: tokens.exact && old.report.figures.tokens.exact,
    today: settings.today,
    ...(settings.target === undefined ? {} : { target: settings.target }),
    before: sideOf(old.report),
    after: sideOf(now.report),
    rows: {
      unchanged: matching.unchanged,
      added: matching.added.length,
      removed: matching.removed.length,
      edited: matching.edited.length,
    },
    added: added.map((row) => rowOf(row, now, newValues)),
    removed: removed.map((row) => rowOf(row, old, oldValues)),
    edited: edited.map((pair) => editedRow(pair, old, now, oldValues, newValues)),
    labels: labelsOf(old.report, now.report),
    relabelled: relabelled(matching),
    turnsChanged: matching.edited.filter((pair) => pair.before.turns !== pair.after.turns).length,
    cost: costsOf(old.report.cost, now.report.cost),
    fresh,
    gone,
    rules: wordsOf(settings, [fresh, gone]),
  };
}

const sideOf = ({ figures: { sources, records, tokens, turns } }: Report): SideFigures => ({
  sources,
  read: records.read,
  effective: records.effective,
  tokens: { total: tokens.total, learned: tokens.learned, framing: tokens.framing },
  turns,
});

function rowOf({ at, name, tokens, turns, label }: Row, { report }: ReadSet, values: Values): DiffRow {
  const value = values.get(keyOf(at));
  const said = value === undefined ? '' : maskSecrets(lastText(value) ?? JSON.stringify(value));
  return {
    source: report.figures.sources[at.source]?.name ?? '',
    index: at.index,
    ...(at.line === undefined ? {} : { line: at.line }),
    record: name,
    tokens,
    turns,
    ...(label === undefined ? {} : { label }),
    excerpt: shorten(said, EXCERPT),
  };
}

/** Fields that hold what is asked, in the order in which formats use them. */
const ASKED: readonly string[] = [
  'messages',
  'conversations',
  'prompt',
  'instruction',
  'contents',
  'input',
  'text',
];

/** What a row asks, as far as its shape tells: enough to know it by. */
function lastText(value: JsonValue): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  if (Array.isArray(value)) {
    const asked = value.find((one) => isUser(one)) ?? value[0];
    return asked === undefined ? undefined : lastText(asked);
  }
  if (typeof value !== 'object' || value === null) return undefined;
  for (const key of [...ASKED, 'content', 'value', 'parts', 'text']) {
    const member = Object.hasOwn(value, key) ? value[key] : undefined;
    const text = member === undefined ? undefined : lastText(member);
    if (text !== undefined) return text;
  }
  return undefined;
}

const isUser = (value: JsonValue): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  (value.role === 'user' || value.from === 'human' || value.from === 'user');

function editedRow(
  { before, after, alike }: Pair,
  old: ReadSet,
  now: ReadSet,
  oldValues: Values,
  newValues: Values,
): EditedRow {
  const was = oldValues.get(keyOf(before.at));
  const is = newValues.get(keyOf(after.at));
  const none: readonly Change[] = [];
  const { changes, more } =
    was === undefined || is === undefined ? { changes: none, more: 0 } : changesBetween(was, is);
  return {
    before: rowOf(before, old, oldValues),
    after: rowOf(after, now, newValues),
    alike,
    changes,
    moreChanges: more,
  };
}

/** Most changed first. */
function labelsOf(before: Report, after: Report): SetDiff['labels'] {
  const counts = new Map<string, { before: number; after: number }>();
  for (const { label, records } of before.figures.labels) counts.set(label, { before: records, after: 0 });
  for (const { label, records } of after.figures.labels) {
    counts.set(label, { before: counts.get(label)?.before ?? 0, after: records });
  }
  return [...counts]
    .map(([label, count]) => ({ label, ...count }))
    .filter((one) => one.before !== one.after)
    .sort(
      (a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before) || (a.label < b.label ? -1 : 1),
    );
}

function relabelled({ edited }: Matching): SetDiff['relabelled'] {
  const counts = new Map<string, { from: string; to: string; rows: number }>();
  for (const { before, after } of edited) {
    if (before.label === after.label) continue;
    const from = before.label ?? '';
    const to = after.label ?? '';
    const key = JSON.stringify([from, to]);
    counts.set(key, { from, to, rows: (counts.get(key)?.rows ?? 0) + 1 });
  }
  return [...counts].sort(([a, x], [b, y]) => y.rows - x.rows || (a < b ? -1 : 1)).map(([, one]) => one);
}

const costsOf = (before: readonly Cost[], after: readonly Cost[]): SetDiff['cost'] =>
  after.map(({ model, usd }) => ({
    model,
    before: before.find((cost) => cost.model === model)?.usd ?? 0,
    after: usd,
  }));

/** Findings of one side that the other has not, each as often as it is there more; an edited row keeps its findings. */
function compareFound(
  before: readonly Finding[],
  after: readonly Finding[],
  renamed: ReadonlyMap<string, string>,
  keep: number,
): { readonly fresh: DiffFindings; readonly gone: DiffFindings } {
  const balance = new Map<string, number>();
  const keyOfFinding = (finding: Finding, record = finding.record): string =>
    `${finding.rule} ${baselineEntry(finding, record)}`;
  const oldKey = (finding: Finding): string =>
    keyOfFinding(finding, renamed.get(finding.record ?? '') ?? finding.record);
  for (const finding of before) {
    const key = oldKey(finding);
    balance.set(key, (balance.get(key) ?? 0) + 1);
  }
  const fresh: Finding[] = [];
  for (const finding of after) {
    const key = keyOfFinding(finding);
    const left = balance.get(key) ?? 0;
    if (left > 0) balance.set(key, left - 1);
    else fresh.push(finding);
  }
  const gone: Finding[] = [];
  // The first ones were matched, so what is left over are the last.
  for (const finding of before.toReversed()) {
    const key = oldKey(finding);
    const left = balance.get(key) ?? 0;
    if (left === 0) continue;
    balance.set(key, left - 1);
    gone.push(finding);
  }
  return { fresh: foundOf(fresh, keep), gone: foundOf(gone, keep) };
}

function foundOf(findings: readonly Finding[], keep: number): DiffFindings {
  const counts = new Map<RuleId, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return {
    counts: Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))),
    findings: findings.toSorted(compareFindings).slice(0, keep),
  };
}

function wordsOf({ target }: Settings, sides: readonly DiffFindings[]): SetDiff['rules'] {
  const spoke = new Set(sides.flatMap(({ counts }) => Object.keys(counts)));
  const rules = rulesFor(target === undefined ? undefined : findTarget(target));
  return Object.fromEntries(rules.filter(({ id }) => spoke.has(id)).map((rule) => [rule.id, rule]));
}
