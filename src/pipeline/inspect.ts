// One record → what we know of it: parsed, understood, checked against the target, judged by every rule.

import { recognizeOther } from '../formats/detect.ts';
import { FORMATS } from '../formats/index.ts';
import { type Batch, placeOf } from '../io/batch.ts';
import { parseRecord } from '../io/parse-record.ts';
import type { Example } from '../model/example.ts';
import type { Finding, NotedProblem, Problem, RuleId } from '../model/finding.ts';
import { fingerprintBytes, fingerprintValue } from '../model/fingerprint.ts';
import type { Format } from '../model/format.ts';
import { isObject, type JsonObject, type JsonValue, kindOf } from '../model/json.ts';
import { maskPointer, maskSecrets } from '../model/mask.ts';
import type { Position } from '../model/position.ts';
import type { Target } from '../model/target.ts';
import type { Inspection } from '../tally/summary.ts';
import type { Withheld } from '../tally/withheld.ts';
import { schemaProblems } from '../targets/schema-problems.ts';
import { excerptAround, excerptOf, shorten } from './excerpt.ts';
import type { Kit, LiveRule } from './kit.ts';
import { LiveView } from './record-view.ts';

/** Answers for one record after another; made once per thread. What it returns is overwritten by the next record. */
export type Inspect = (batch: Batch, record: number, format: Format | undefined) => Inspection;

/**
 * `wantsExcerpt` says whether a further finding of that rule can still reach a reader; `withheld` counts those that
 * are not told.
 */
export function makeInspect(kit: Kit, wantsExcerpt: (rule: RuleId) => boolean, withheld: Withheld): Inspect {
  const { settings, schema, recordRules, silence } = kit;
  const limits = { maxLineBytes: settings.maxLineBytes, maxDepth: settings.maxDepth };
  const view = new LiveView(kit.instruments);
  const load =
    kit.watch === undefined
      ? (at: Position, value: JsonObject, example: LiveView['example']) => view.load(at, value, example)
      : kit.watch.timed('look', (at: Position, value: JsonObject, example: LiveView['example']) =>
          view.load(at, value, example),
        );

  // Of the record at hand.
  let at: Position;
  let value: JsonValue | undefined;
  let bytes: Uint8Array;
  let start = 0;
  let end = 0;
  let name: string | undefined;
  let findings: Finding[] = [];
  /** Rules that spoke, told or not: what explains other findings explains them still. */
  let spoke: RuleId[] = [];
  let flagged = false;
  let noted: NotedProblem[] = [];
  let live: LiveRule | undefined;
  let targetReads = true;
  const readByTarget = new Map<Example['kind'], readonly LiveRule[]>();
  const readByOthers = new Map<Example['kind'], readonly LiveRule[]>();

  const stamp = (rule: RuleId, problem: Problem): void => {
    const severity = kit.severityOf(rule, at.source);
    if (severity === undefined) return;
    spoke.push(rule);
    const silenced = silence?.(
      { rule, problem, source: at.source, name: fingerprint, counted: false },
      withheld,
    );
    if (silenced === 'suppressed') return;
    if (severity !== 'info') flagged = true;
    if (silenced === 'known') return;
    const seen = wantsExcerpt(rule);
    const excerpt = seen ? excerptFor(problem) : undefined;
    findings.push({
      rule,
      severity,
      at,
      message: problem.message,
      pointer: maskPointer(problem.pointer),
      ...(problem.data === undefined ? {} : { data: maskData(problem.data) }),
      ...(problem.related === undefined ? {} : { related: problem.related }),
      ...(problem.edits === undefined ? {} : { edits: problem.edits }),
      ...(seen ? { record: fingerprint() } : {}),
      ...(excerpt === undefined ? {} : { excerpt }),
    });
  };
  /** Made once per record, and only where a finding of it will be seen. */
  const fingerprint = (): string => {
    name ??= value === undefined ? fingerprintBytes(bytes.subarray(start, end)) : fingerprintValue(value);
    return name;
  };
  const excerptFor = (problem: Problem): string | undefined => {
    if (problem.confidential === true) return undefined;
    if (value !== undefined) return excerptOf(value, problem.pointer, problem.near);
    const offset = problem.data?.offset;
    return typeof offset === 'number' ? excerptAround(bytes, start, end, offset) : undefined;
  };
  const note = (problem: NotedProblem): void => {
    noted.push(problem);
  };
  const stampNoted = (): void => {
    for (const problem of noted) stamp(problem.rule, problem);
  };
  const report = (problem: Problem): void => {
    if (live !== undefined) stamp(live.rule.id, problem);
  };
  /** Rules that have to do with records of a kind. */
  const rulesOf = (kind: Example['kind']): readonly LiveRule[] => {
    const known = (targetReads ? readByTarget : readByOthers).get(kind);
    if (known !== undefined) return known;
    const rules = recordRules.filter(
      ({ rule: { kinds }, ofTarget }) =>
        (kinds === undefined || kinds.includes(kind)) && (targetReads || !ofTarget),
    );
    (targetReads ? readByTarget : readByOthers).set(kind, rules);
    return rules;
  };
  const runRules = (): void => {
    for (const next of rulesOf(view.example.kind)) {
      if (spoke.length > 0) {
        const { knockOnOf } = next.rule;
        if (knockOnOf !== undefined && spoke.some((rule) => knockOnOf.includes(rule))) continue;
      }
      live = next;
      const before = findings.length;
      const spokeBefore = spoke.length;
      try {
        next.judge(view, report);
      } catch (cause) {
        findings.length = before;
        spoke.length = spokeBefore;
        const error = cause instanceof Error ? cause.message : String(cause);
        stamp('internal/rule-crash', {
          message: 'crash',
          pointer: '',
          data: { rule: next.rule.id, error },
        });
      }
    }
    live = undefined;
  };
  const done = (outcome: Inspection['outcome'], understood: LiveView | undefined): Inspection => {
    return {
      at,
      outcome,
      view: understood,
      forTarget: targetReads,
      label: understood?.label,
      findings,
      flagged,
      name: kit.names ? fingerprint() : undefined,
    };
  };

  return (batch, record, format) => {
    at = placeOf(batch, record);
    bytes = batch.bytes;
    start = batch.starts[record] as number;
    end = batch.ends[record] as number;
    name = undefined;
    findings = [];
    spoke = [];
    flagged = false;
    noted = [];
    value = parseRecord(bytes, start, end, batch.flags[record] as number, limits, note, at.column);
    if (value === undefined) {
      stampNoted();
      return done('broken', undefined);
    }
    if (!isObject(value)) {
      note({
        rule: 'structure/not-an-object',
        message: 'kind',
        pointer: '',
        data: { found: kindOf(value) },
      });
      stampNoted();
      return done('unrecognized', undefined);
    }
    const before = noted.length;
    const example = format?.parse(value, note);
    const complained = example === undefined || noted.length > before;
    const found = format === undefined ? undefined : recognizeOther(value, format, complained, FORMATS);
    const other = example !== undefined && isOneForTarget(found, format, kit.target) ? undefined : found;
    if (example === undefined || format === undefined || other !== undefined) {
      if (other !== undefined && format !== undefined) {
        // What the file's format misses in a record of another one is no fault of its own.
        noted.length = before;
        note(mixedFormats(other, format));
      } else if (noted.length === before) note(unknownFormat(value, format));
      stampNoted();
      return done('unrecognized', undefined);
    }
    targetReads = kit.target === undefined || kit.target.formats.includes(format.id);
    if (schema !== undefined && targetReads && !schema.accepts(value)) {
      // Nobody reads what a rule that is off would say: it explains nothing.
      const said = noted.filter(({ rule }) => kit.severityOf(rule, at.source) !== undefined);
      for (const problem of schemaProblems(schema.faults(value), said)) note(problem);
    }
    stampNoted();
    load(at, value, example);
    runRules();
    return done('understood', view);
  };
}

/** The target reads both, and the one that was found only lacks a key of the other: where they stand together, nothing is mixed. */
const isOneForTarget = (
  found: Format | undefined,
  own: Format | undefined,
  target: Target | undefined,
): boolean =>
  found !== undefined &&
  own !== undefined &&
  target?.formats[0] === own.id &&
  target.formats.includes(found.id) &&
  found.keys.every((key) => own.keys.includes(key));

const mixedFormats = (found: Format, own: Format): NotedProblem => ({
  rule: 'structure/mixed-formats',
  message: 'other',
  pointer: '',
  data: { found: found.id, format: own.id },
});

function unknownFormat(value: JsonObject, format: Format | undefined): NotedProblem {
  const keys = Object.keys(value);
  const shown = keys
    .slice(0, 12)
    .map((key) => shorten(maskSecrets(key), 40))
    .join(', ');
  const data = {
    keys: keys.length === 0 ? 'none' : `${shown}${keys.length > 12 ? ' …' : ''}`,
    format: format?.id ?? 'any known format',
  };
  return { rule: 'structure/unknown-format', message: 'keys', pointer: '', data };
}

function maskData(data: NonNullable<Problem['data']>): NonNullable<Problem['data']> {
  let masked: Record<string, string | number> | undefined;
  for (const [name, datum] of Object.entries(data)) {
    if (typeof datum !== 'string') continue;
    const clean = maskSecrets(datum);
    if (clean === datum) continue;
    masked ??= { ...data };
    masked[name] = clean;
  }
  return masked ?? data;
}
