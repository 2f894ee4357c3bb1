// Settings brought alive: rules created, schema loaded, counter made. One kit serves one thread and never travels.

import { threadId } from 'node:worker_threads';
import { openEvaluation } from '../dedupe/evaluation.ts';
import { FORMATS } from '../formats/index.ts';
import { pathMatcher } from '../io/path-matcher.ts';
import { WordFile } from '../io/word-file.ts';
import type { RuleId, Severity } from '../model/finding.ts';
import type { Format } from '../model/format.ts';
import type {
  ClusterRule,
  DatasetJudge,
  FieldRule,
  FigureRule,
  GroupRule,
  RecordRule,
  RecordView,
  Report,
  Rule,
  RuleContext,
} from '../model/rule.ts';
import type { Settings } from '../model/settings.ts';
import type { Tally } from '../model/tally.ts';
import type { SchemaCheck, Target } from '../model/target.ts';
import { answerFields, type FieldState } from '../rules/answer-fields.ts';
import { RULES } from '../rules/index.ts';
import { type Inspection, type RowTally, type Summary, summaryTally } from '../tally/summary.ts';
import { findTarget } from '../targets/index.ts';
import { HintBook } from '../text/hint-finder.ts';
import { foldText } from '../text/normal-forms.ts';
import { accountingFor } from '../tokens/accounting.ts';
import { NO_COUNTER } from '../tokens/counter.ts';
import { type CounterRecipe, counterFromRecipe } from '../tokens/create.ts';
import { type NearPlan, sketchTally } from './comparisons.ts';
import { labelWish } from './label.ts';
import type { Instruments } from './record-view.ts';
import { createSilence, type Silence, wantsNames } from './silence.ts';
import type { Stopwatch } from './stopwatch.ts';

/** A record rule that is on. */
export interface LiveRule {
  readonly rule: RecordRule;
  readonly judge: (view: RecordView, report: Report) => void;
  /** A check of the target, which speaks only of the formats that the target reads. */
  readonly ofTarget: boolean;
}

export interface Kit {
  readonly settings: Settings;
  readonly formats: ReadonlyMap<string, Format>;
  readonly target: Target | undefined;
  readonly schema: SchemaCheck | undefined;
  readonly instruments: Instruments;
  readonly recordRules: readonly LiveRule[];
  readonly judges: ReadonlyMap<RuleId, DatasetJudge>;
  readonly groupRules: readonly GroupRule[];
  readonly clusterRules: readonly ClusterRule[];
  /** They share one state, which stands among those of the judges under {@link FIELDS}. */
  readonly fieldRules: readonly FieldRule[];
  readonly figureRules: readonly FigureRule[];
  readonly context: RuleContextMaker;
  readonly tally: Tally<Summary, Inspection>;
  readonly near: NearPlan;
  readonly watch: Stopwatch | undefined;
  readonly silence: Silence | undefined;
  /** Whether every record needs its lasting name. */
  readonly names: boolean;
  /** undefined: the rule is off, for that source or for the whole set. */
  severityOf(rule: RuleId, source?: number): Severity | undefined;
}

/** Where the state of what answers in JSON have in common stands. */
export const FIELDS: RuleId = 'extraction';

export type RuleContextMaker = (rule: Rule) => RuleContext;

/** All rules that can speak in a run: the catalogue's, and the checks of the target. */
export const rulesFor = (target: Target | undefined): readonly Rule[] => [
  ...RULES,
  ...(target?.checks ?? []),
];

/**
 * `sources` are the names of the sources by rank. `near` is what records are compared by. `watch` counts the time of every rule; leave it out where nobody
 * looks at it.
 */
export async function createKit(
  settings: Settings,
  sources: readonly string[],
  recipe: CounterRecipe | undefined,
  near: NearPlan,
  watch: Stopwatch | undefined,
): Promise<Kit> {
  const target = settings.target === undefined ? undefined : findTarget(settings.target);
  const counter = recipe === undefined ? NO_COUNTER : await counterFromRecipe(recipe);
  const evaluation =
    settings.evaluation === undefined ? undefined : openEvaluation(settings.evaluation, { fold: foldText });
  const book = new HintBook();
  const context: RuleContextMaker = (rule) => ({
    // Settings carry every option of every rule that is on, with the types that its declaration asked for.
    options: (settings.rules[rule.id]?.options ?? {}) as RuleContext['options'],
    target,
    model: settings.model,
    goal: settings.goal,
    today: settings.today,
    label: settings.label,
    labels: settings.labels,
    outputSchema: settings.outputSchema,
    evaluation,
    hint: (words) => book.add(words),
  });
  const on = rulesFor(target).filter((rule) => settings.rules[rule.id] !== undefined);
  const recordRules: LiveRule[] = [];
  const judges = new Map<RuleId, DatasetJudge>();
  const groupRules: GroupRule[] = [];
  const clusterRules: ClusterRule[] = [];
  const fieldRules: FieldRule[] = [];
  const figureRules: FigureRule[] = [];
  for (const rule of on) {
    if (rule.scope === 'record') {
      const judge = rule.create(context(rule));
      recordRules.push({
        rule,
        judge: watch === undefined ? judge : watch.timed(rule.id, judge),
        ofTarget: target?.checks.includes(rule) === true,
      });
    } else if (rule.scope === 'dataset') {
      const judge = rule.create(context(rule));
      judges.set(rule.id, watch === undefined ? judge : { ...judge, add: watch.timed(rule.id, judge.add) });
    } else if (rule.scope === 'group') groupRules.push(rule);
    else if (rule.scope === 'cluster') clusterRules.push(rule);
    else if (rule.scope === 'fields') fieldRules.push(rule);
    else if (rule.scope === 'figures') figureRules.push(rule);
  }
  if (fieldRules.length > 0) judges.set(FIELDS, fieldJudge(watch));
  return {
    settings,
    formats: new Map(FORMATS.map((format) => [format.id, format])),
    target,
    schema: await target?.schema?.(),
    instruments: {
      counter: watch === undefined ? counter : watch.timedCounter(counter),
      accounting: accountingFor(settings.model, counter),
      finder: book.finder(),
      label: labelWish(settings),
    },
    recordRules,
    judges,
    groupRules,
    clusterRules,
    fieldRules,
    figureRules,
    context,
    tally: summaryTally(
      judges,
      settings.keep,
      new Set(target?.checks.map(({ id }) => id)),
      sketchTallies(near, watch),
    ),
    near,
    watch,
    silence: createSilence(settings, sources),
    names: wantsNames(settings),
    severityOf: severities(settings, sources),
  };
}

/** By what each comparison is called in a summary. */
function sketchTallies(near: NearPlan, watch: Stopwatch | undefined): Map<string, RowTally> {
  const { spill } = near;
  const name = `sketches-${threadId}`;
  const store = spill === undefined ? undefined : new WordFile(spill.folder, name, spill.budget);
  return new Map(
    near.comparisons.map((plan) => {
      const tally = sketchTally(plan, near.frame, store);
      return [
        plan.by,
        watch === undefined ? tally : { ...tally, add: watch.timed(`likeness/${plan.by}`, tally.add) },
      ];
    }),
  );
}

/** Adds up for all rules of fields; what they say at the end, they say each for itself. */
function fieldJudge(watch: Stopwatch | undefined): DatasetJudge {
  const { empty, merge } = answerFields;
  const add = watch === undefined ? answerFields.add : watch.timed('fields', answerFields.add);
  return {
    empty,
    add: (state, view) => add(state as FieldState, view),
    merge: (into, from) => merge(into as FieldState, from as FieldState),
    finish: () => {},
  };
}

/** What the settings say of a rule, and the overrides of the files it speaks of. */
function severities(settings: Settings, sources: readonly string[]): Kit['severityOf'] {
  const overrides = settings.overrides.map(({ files, rules }) => ({ matches: pathMatcher(files), rules }));
  const bySource = sources.map((name) => {
    const changed = overrides.filter(({ matches }) => matches(name));
    return changed.length === 0 ? undefined : new Map(changed.flatMap(({ rules }) => Object.entries(rules)));
  });
  return (rule, source) => {
    const base = settings.rules[rule]?.severity;
    const changed = source === undefined ? undefined : bySource[source]?.get(rule);
    return changed === undefined ? base : changed === 'off' ? undefined : changed;
  };
}
