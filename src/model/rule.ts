// Rule: words, and the code that judges one record, the set, or its figures.

import type { AnswerFields, JsonAnswer } from './answer-fields.ts';
import type { Evaluation } from './evaluation.ts';
import type { Example, Message, Role } from './example.ts';
import type { Problem } from './finding.ts';
import type { Hash64 } from './hash.ts';
import type { JsonObject } from './json.ts';
import type { TargetFacts } from './limits.ts';
import type { OptionSpecs, OptionValues } from './option.ts';
import type { Position } from './position.ts';
import type { Figures, SetFacts } from './report.ts';
import type { RuleMeta } from './rule-meta.ts';
import type { Tally } from './tally.ts';

/** Words whose presence in a text a rule asks for; the frame looks for the words of all rules in one pass. */
export interface Hint {
  readonly group: number;
}

export interface RuleContext<S extends OptionSpecs = OptionSpecs> {
  readonly options: OptionValues<S>;
  readonly target: TargetFacts | undefined;
  /** The model's name as the user wrote it. */
  readonly model: string | undefined;
  readonly goal: string | undefined;
  /** YYYY-MM-DD: the only clock. */
  readonly today: string;
  /** JSON Pointer of the label in a record, where the user says so. */
  readonly label: string | undefined;
  /** The labels that may occur, where the user says which. */
  readonly labels: readonly string[] | undefined;
  /** The JSON Schema that every answer has to satisfy. */
  readonly outputSchema: JsonObject | undefined;
  /** Evaluation sets that must not leak in, where the user names some. */
  readonly evaluation: Evaluation | undefined;
  /** Announces words to look for, ASCII without regard to case. */
  hint(words: readonly string[]): Hint;
}

/** One turn of a record with what rules ask about its text, each answer made once. */
export interface Turn {
  readonly message: Message;
  readonly role: Role;
  /** Its number in the record, from 1. */
  readonly number: number;
  /** Carries loss: what the model learns to say. */
  readonly learned: boolean;
  readonly text: string;
  /** See text-bits.ts. */
  readonly bits: number;
  /** Of the text as it stands. */
  readonly raw: Readonly<Hash64>;
  readonly tokens: number;
  /** Whether one of the hint's words may be there (a bit shared by many hints may say yes for another's word). */
  has(hint: Hint): boolean;
  /** Compatibility-composed, lower case, runs of white space as one space, trimmed (normal form N2). */
  readonly folded: string;
  /** The JSON that the text is or holds, looked for once; undefined where there is none. */
  readonly json: JsonAnswer | undefined;
  /** Whether the folded texts are equal; cheaper than folding both. */
  sameAs(other: Turn): boolean;
}

/** One record, with answers remembered while it lives. Nobody keeps a view beyond the call. */
export interface RecordView {
  readonly at: Position;
  readonly value: JsonObject;
  readonly example: Example;
  /** Prompt and best answer in order; what is rejected or worse is in `rejected`. */
  readonly turns: readonly Turn[];
  readonly rejected: readonly Turn[];
  /** Whether any turn that is not learned has one of the words. */
  promptHas(hint: Hint): boolean;
  /** 64 bits each, in two halves: of all that is said, of the same folded, of the folded prompt side, of the folded answers. */
  readonly identity: Identity;
  /** The class it belongs to, where the user says so or the goal is classification. */
  readonly label: string | undefined;
  /** Tokens of every text, and what a chat format adds around them. */
  readonly tokens: number;
  readonly framing: number;
  /** Images that no figure is known for: behind an address, or shown to a model without a price for images. */
  readonly unsizedImages: number;
}

export interface Identity {
  readonly wholeHigh: number;
  readonly wholeLow: number;
  readonly normalHigh: number;
  readonly normalLow: number;
  readonly promptHigh: number;
  readonly promptLow: number;
  readonly answerHigh: number;
  readonly answerLow: number;
  /** Of the folded worse answers, each hashed as the better one is; 0 where there are none. */
  readonly rejectedHigh: number;
  readonly rejectedLow: number;
}

export type Report<M extends string = string> = (problem: Problem & { readonly message: M }) => void;
export type ReportAt<M extends string = string> = (
  problem: Problem & { readonly message: M },
  at?: Position,
) => void;

/** Words for what readers, formats and schemas notice; it judges nothing itself. */
export interface ShapeRule extends RuleMeta {
  readonly scope: 'shape';
}
export interface RecordRule extends RuleMeta {
  readonly scope: 'record';
  /** Mends a text that it found fault with, where its tier is `safe`; what it cannot mend safely it leaves. */
  readonly fixText?: (text: string) => string;
  create(context: RuleContext): (view: RecordView, report: Report) => void;
}
/** What a rule of the set remembers; only that rule can read it. */
export type RuleState = unknown;
export interface DatasetJudge extends Tally<RuleState, RecordView> {
  finish(state: RuleState, report: ReportAt, set: SetFacts): void;
}
export interface DatasetRule extends RuleMeta {
  readonly scope: 'dataset';
  create(context: RuleContext): DatasetJudge;
}
export type GroupedBy = 'whole' | 'normal' | 'prompt';
/** Records that are equal in some way, in the order of their positions; at least two. */
export interface RecordGroup {
  readonly places: readonly Position[];
  /** Different folded answers among them. */
  readonly answers: number;
}
/** Judges records that are equal: all that is said (`whole`), the same folded (`normal`), or the folded prompt side (`prompt`). */
export interface GroupRule extends RuleMeta {
  readonly scope: 'group';
  readonly by: GroupedBy;
  create(context: RuleContext): (group: RecordGroup, report: ReportAt) => void;
}
/** Two records, and how alike they are: from 0 to 1. */
export interface AlikePair {
  readonly first: Position;
  readonly second: Position;
  readonly likeness: number;
}
/** Records that are alike, in the order of their positions; at least two, and not all of them equal. */
export interface RecordCluster {
  readonly places: readonly Position[];
  /** The pair that is least alike. */
  readonly least: AlikePair;
  /** The pair that is most alike among those whose labels differ and whose prompts are not equal. */
  readonly opposed?: AlikePair & { readonly labels: readonly [string, string] };
}
export type ComparedBy = 'whole' | 'prompt';
/** Judges records that are alike: in what is asked and answered (`whole`), or in the prompt alone where they have labels. */
export interface ClusterRule extends RuleMeta {
  readonly scope: 'cluster';
  readonly by: ComparedBy;
  /** Its option `likeness` says from where on two records are alike. */
  readonly options: { readonly likeness: { readonly type: 'share' } & OptionSpecs[string] };
  create(context: RuleContext): (cluster: RecordCluster, report: ReportAt) => void;
}
/** Judges what the answers that are JSON have in common, field by field. */
export interface FieldRule extends RuleMeta {
  readonly scope: 'fields';
  create(context: RuleContext): (fields: AnswerFields, report: ReportAt) => void;
}
/** Judges the figures of the whole set. */
export interface FigureRule extends RuleMeta {
  readonly scope: 'figures';
  /** Silent where only a sample was judged: what it misses there may be in the rest. */
  readonly needsAll?: boolean;
  create(context: RuleContext): (figures: Figures, report: ReportAt) => void;
}
export type Rule = ShapeRule | RecordRule | DatasetRule | GroupRule | ClusterRule | FieldRule | FigureRule;

type Typed<R extends RuleMeta, S extends OptionSpecs, M extends string> = Omit<
  R,
  'scope' | 'options' | 'messages' | 'create'
> & {
  readonly options: S;
  readonly messages: Readonly<Record<M, string>>;
};

export const defineShapeRule = (meta: Omit<ShapeRule, 'scope'>): ShapeRule => ({ scope: 'shape', ...meta });

export function defineRecordRule<const S extends OptionSpecs, M extends string>(
  rule: Typed<RecordRule, S, M> & {
    create(context: RuleContext<S>): (view: RecordView, report: Report<M>) => void;
  },
): RecordRule {
  // The define functions tie a rule's options and message keys to its code; outside, every rule looks alike.
  return { scope: 'record', ...rule } as unknown as RecordRule;
}

export function defineDatasetRule<const S extends OptionSpecs, M extends string, State>(
  rule: Typed<DatasetRule, S, M> & {
    create(context: RuleContext<S>): Tally<State, RecordView> & {
      finish(state: State, report: ReportAt<M>, set: SetFacts): void;
    };
  },
): DatasetRule {
  return { scope: 'dataset', ...rule } as unknown as DatasetRule;
}

export function defineFigureRule<const S extends OptionSpecs, M extends string>(
  rule: Typed<FigureRule, S, M> & {
    create(context: RuleContext<S>): (figures: Figures, report: ReportAt<M>) => void;
  },
): FigureRule {
  return { scope: 'figures', ...rule } as unknown as FigureRule;
}

export function defineClusterRule<const S extends ClusterRule['options'] & OptionSpecs, M extends string>(
  rule: Typed<ClusterRule, S, M> & {
    create(context: RuleContext<S>): (cluster: RecordCluster, report: ReportAt<M>) => void;
  },
): ClusterRule {
  return { scope: 'cluster', ...rule } as unknown as ClusterRule;
}

export function defineFieldRule<const S extends OptionSpecs, M extends string>(
  rule: Typed<FieldRule, S, M> & {
    create(context: RuleContext<S>): (fields: AnswerFields, report: ReportAt<M>) => void;
  },
): FieldRule {
  return { scope: 'fields', ...rule } as unknown as FieldRule;
}

export function defineGroupRule<const S extends OptionSpecs, M extends string>(
  rule: Typed<GroupRule, S, M> & {
    create(context: RuleContext<S>): (group: RecordGroup, report: ReportAt<M>) => void;
  },
): GroupRule {
  return { scope: 'group', ...rule } as unknown as GroupRule;
}
