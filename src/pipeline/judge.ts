// The end of a run: finished rules of the set, figures and the verdict become one Report.

import { assessGoal, assessGoals } from '../goals/assess.ts';
import { estimateCosts } from '../goals/cost.ts';
import { amount } from '../model/amount.ts';
import { type Finding, type RuleId, SEVERITIES, type Severity, severityRank } from '../model/finding.ts';
import type { Position } from '../model/position.ts';
import type { Figures, RecordFigures, Report, SourceFigures, SpokenRule } from '../model/report.ts';
import type { RecordCluster, RecordGroup, ReportAt } from '../model/rule.ts';
import type { FieldState } from '../rules/answer-fields.ts';
import { readAnswerFields } from '../rules/read-answer-fields.ts';
import { readCounter } from '../tally/capped-counter.ts';
import { at } from '../tally/columns.ts';
import { distributionOf, doublingBuckets } from '../tally/histogram.ts';
import { eachGroup, type IdentityColumns } from '../tally/identity-columns.ts';
import { enter, keptFindings } from '../tally/ledger.ts';
import { nameFinder } from '../tally/name-columns.ts';
import { positionAt } from '../tally/place-columns.ts';
import type { Summary } from '../tally/summary.ts';
import { tokenLimit } from '../targets/token-limit.ts';
import type { Likeness } from './find-clusters.ts';
import { brokenGates, gatesOf } from './gates.ts';
import { FIELDS, type Kit, rulesFor } from './kit.ts';
import type { Surveyed } from './run.ts';
import { goneEntries } from './silence.ts';
import { suppressionProblems } from './suppression-state.ts';

/** A saying is systematic from this many records on, if they are more than a fifth of the set. */
const SYSTEMATIC_RECORDS = 20;

/** What the tool is called in reports. */
export interface ToolName {
  readonly name: string;
  readonly version: string;
}

/** Takes the findings that only the whole set can give, as they come. */
export type SetListener = (finding: Finding) => void;

/** What it takes to judge. */
type Judged = Pick<Surveyed, 'summary' | 'facts' | 'kit' | 'likeness' | 'sample'>;

/** Finishes a run. The summary is used up: findings of the set are entered into it. */
export function judge(surveyed: Judged, tool: ToolName, listen: SetListener | undefined): Report {
  const { summary, kit, likeness } = surveyed;
  const { settings, target, silence } = kit;
  const { withheld } = summary;
  const nameAt = kit.names ? nameFinder(summary.names, summary.records) : () => undefined;
  const reportAs =
    (rule: RuleId): ReportAt =>
    (problem, where) => {
      const severity = kit.severityOf(rule, where?.source);
      if (severity === undefined) return;
      const name = where === undefined ? undefined : nameAt(where);
      const asked = { rule, problem, source: where?.source, name: () => name, counted: true };
      if (silence?.(asked, withheld) !== undefined) return;
      const finding: Finding = { ...problem, rule, severity, ...(where === undefined ? {} : { at: where }) };
      enter(summary.ledger, finding);
      listen?.(name === undefined ? finding : { ...finding, record: name });
    };
  const read = summary.records.reduce((sum, n) => sum + (n ?? 0), 0);
  for (const [rule, dataset] of kit.judges) {
    dataset.finish(summary.rules.get(rule), reportAs(rule), { read, understood: summary.understood });
  }
  judgeFields(summary, kit, reportAs);
  const exactDuplicates = judgeGroups(summary, kit, reportAs);
  const alike = judgeClusters(summary, likeness, kit, reportAs);
  const nearDuplicates = Math.max(0, alike - exactDuplicates);
  const figures = figuresOf(surveyed, read, { exactDuplicates, nearDuplicates });
  const whole = isWhole(figures);
  for (const rule of kit.figureRules) {
    if (rule.needsAll === true && !whole) continue;
    rule.create(kit.context(rule))(figures, reportAs(rule.id));
  }

  for (const { rule, problem } of suppressionProblems(
    settings,
    withheld,
    surveyed.facts.map(({ name }) => name),
  )) {
    // What was not judged may need it.
    if (!whole && rule === 'settings/unused-suppression') continue;
    reportAs(rule)(problem);
  }
  const counts = sortedCounts(summary);
  const totals = totalsOf(summary);
  const gates = gatesOf(settings, summary, read);
  const reasons = [...reasonsToFail(summary, figures, kit), ...brokenGates(gates, settings)];
  const goal = settings.goal === undefined || !whole ? undefined : assessGoal(settings.goal, figures);
  return {
    tool,
    verdict: reasons.length === 0 ? 'pass' : 'fail',
    reasons,
    settings,
    figures,
    findings: keptFindings(summary.ledger, Math.max(SYSTEMATIC_RECORDS, Math.floor(read / 5) + 1)),
    counts,
    totals,
    ...(goal === undefined ? {} : { goal }),
    ...(target === undefined
      ? {}
      : { target: { id: target.id, title: target.title, status: target.status } }),
    cost: target === undefined || !whole ? [] : estimateCosts(target, figures, settings.model),
    ...(silence === undefined
      ? {}
      : {
          withheld: {
            suppressed: sum(withheld.suppressed),
            ...(settings.baseline === undefined
              ? {}
              : { known: sum(withheld.known.values()), gone: whole ? goneEntries(settings, withheld) : 0 }),
          },
        }),
    gates,
    rules: wordsOf(counts, kit),
  };
}

function judgeFields(summary: Summary, kit: Kit, reportAs: (rule: RuleId) => ReportAt): void {
  if (kit.fieldRules.length === 0) return;
  const fields = readAnswerFields(summary.rules.get(FIELDS) as FieldState);
  for (const rule of kit.fieldRules) rule.create(kit.context(rule))(fields, reportAs(rule.id));
}

/** Lets the rules of equal records speak; gives the number of records beyond the first of each group of equal ones. */
function judgeGroups(summary: Summary, kit: Kit, reportAs: (rule: RuleId) => ReportAt): number {
  const { identities } = summary;
  const live = kit.groupRules.map((rule) => ({
    by: rule.by,
    judge: rule.create(kit.context(rule)),
    report: reportAs(rule.id),
  }));
  let exactDuplicates = 0;
  for (const by of ['whole', 'normal', 'prompt'] as const) {
    const rules = live.filter((rule) => rule.by === by);
    if (by !== 'whole' && rules.length === 0) continue;
    eachGroup(identities, by, (all) => {
      if (by === 'whole') exactDuplicates += all.length - 1;
      // What is equal to the letter has been said.
      const rows = by === 'normal' ? firstOfEach(identities, all) : all;
      if (rows.length < 2) return;
      const answers = new Set(
        rows.map((row) => `${at(identities.answerHigh, row)}:${at(identities.answerLow, row)}`),
      );
      const group: RecordGroup = {
        places: rows.map((row) => positionAt(identities, row)),
        answers: answers.size,
      };
      for (const { judge: judgeGroup, report } of rules) judgeGroup(group, report);
    });
  }
  return exactDuplicates;
}

/** Rows without those that say the same to the letter as an earlier one. */
function firstOfEach({ wholeHigh, wholeLow }: IdentityColumns, rows: readonly number[]): number[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const key = `${at(wholeHigh, row)}:${at(wholeLow, row)}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Lets the rules of alike records speak; gives the number of records beyond the first of each whole-record cluster. */
function judgeClusters(
  { identities }: Summary,
  { order, comparisons }: Likeness,
  kit: Kit,
  reportAs: (rule: RuleId) => ReportAt,
): number {
  let beyond = 0;
  const place = (rank: number): Position => positionAt(identities, order.rowOf[rank] as number);
  const live = kit.clusterRules.map((rule) => ({
    rule,
    judge: rule.create(kit.context(rule)),
    report: reportAs(rule.id),
  }));
  for (const { by, clusters } of comparisons.values()) {
    const rules = live.filter(({ rule }) => rule.by === by);
    for (const { ranks, different, least, opposed } of clusters) {
      if (by === 'whole') beyond += ranks.length - 1;
      if (different.length < 2) continue;
      const cluster: RecordCluster = {
        places: ranks.map(place),
        least: { ...least, first: place(least.first), second: place(least.second) },
        ...(opposed === undefined
          ? {}
          : { opposed: { ...opposed, first: place(opposed.first), second: place(opposed.second) } }),
      };
      for (const { judge: judgeCluster, report } of rules) judgeCluster(cluster, report);
    }
  }
  return beyond;
}

function figuresOf(
  { summary, facts, kit, sample }: Judged,
  read: number,
  { exactDuplicates, nearDuplicates }: Pick<RecordFigures, 'exactDuplicates' | 'nearDuplicates'>,
): Figures {
  const { counter } = kit.instruments;
  const labels = readCounter(summary.labels);
  const limit = tokenLimit(kit.target, kit.settings.model);
  const sources: SourceFigures[] = facts.map(({ sha256, ...fact }, rank) => ({
    ...fact,
    records: summary.records[rank] ?? 0,
    sha256,
  }));
  const figures: Omit<Figures, 'goals'> = {
    ...(sample === undefined ? {} : { sample }),
    sources,
    records: {
      read,
      broken: summary.broken,
      unrecognized: summary.unrecognized,
      exactDuplicates,
      nearDuplicates,
      effective: summary.understood - exactDuplicates - nearDuplicates,
    },
    flagged: summary.flagged,
    tokens: {
      tokenizer: counter.id,
      engine: counter.engine,
      exact: counter.exact,
      ...(counter.band === undefined ? {} : { band: counter.band }),
      ...(counter.sha256 === undefined ? {} : { sha256: counter.sha256 }),
      ...(counter.specials === undefined ? {} : { controlTokens: counter.specials }),
      total: summary.tokens.sum,
      learned: summary.learned,
      framing: summary.framing,
      chatFormat: kit.instruments.accounting.overhead,
      unsizedImages: summary.unsizedImages,
      ...(limit === undefined ? {} : { limit: limit.tokens }),
      perRecord: distributionOf(summary.tokens),
      histogram: doublingBuckets(summary.tokens),
    },
    turns: distributionOf(summary.turns),
    roles: Object.fromEntries([...summary.roles].sort(([a], [b]) => (a < b ? -1 : 1))),
    labels: labels.counts.map(([label, records]) => ({ label, records })),
    otherLabels: labels.other,
  };
  return { ...figures, goals: isWhole(figures) ? assessGoals(figures) : [] };
}

/** A part is no measure of how much there is. */
const isWhole = ({ sample }: Pick<Figures, 'sample'>): boolean =>
  sample === undefined || sample.records === sample.of;

const sortedCounts = (summary: Summary): Readonly<Record<RuleId, number>> =>
  Object.fromEntries([...summary.ledger.counts].sort(([a], [b]) => (a < b ? -1 : 1)));

const totalsOf = ({ ledger }: Summary): Report['totals'] => ({
  error: sum(ledger.severities.get('error')?.values() ?? []),
  warning: sum(ledger.severities.get('warning')?.values() ?? []),
  info: sum(ledger.severities.get('info')?.values() ?? []),
});

const sum = (numbers: Iterable<number>): number => {
  let all = 0;
  for (const n of numbers) all += n;
  return all;
};

/** Findings of a severity that fail one by one: those of rules that no rate decides for. */
const single = ({ ledger }: Summary, severity: Severity, { settings }: Kit): number =>
  sum(
    [...(ledger.severities.get(severity) ?? [])].map(([rule, n]) =>
      settings.rules[rule]?.maxRate === undefined ? n : 0,
    ),
  );

function reasonsToFail(summary: Summary, figures: Figures, kit: Kit): string[] {
  const { failOn, maxWarnings } = kit.settings;
  const reasons: string[] = [];
  if (figures.records.read === 0) reasons.push('there is no record');
  else if (figures.records.broken + figures.records.unrecognized === figures.records.read) {
    reasons.push('no record could be understood');
  }
  if (kit.settings.sample?.mayPass === false && !isWhole(figures)) {
    reasons.push('only a sample was judged, and --fail-on does not say that it may pass');
  }
  let failing = 0;
  if (failOn !== 'never') {
    for (const severity of SEVERITIES) {
      if (severityRank(severity) <= severityRank(failOn)) failing += single(summary, severity, kit);
    }
  }
  if (failing > 0) {
    const what = failOn === 'error' ? 'error' : `finding at or above ${failOn}`;
    reasons.push(`${amount(failing)} ${failing === 1 ? what : plural(what)}`);
  }
  const warnings = single(summary, 'warning', kit);
  if (maxWarnings !== undefined && warnings > maxWarnings) {
    const what = warnings === 1 ? 'warning' : 'warnings';
    reasons.push(`${amount(warnings)} ${what}, more than the ${maxWarnings} allowed`);
  }
  return reasons;
}

const plural = (what: string): string => (what === 'error' ? 'errors' : what.replace('finding', 'findings'));

function wordsOf(counts: Readonly<Record<RuleId, number>>, { target }: Kit): Record<RuleId, SpokenRule> {
  const says = new Map(target?.rejections?.map(({ rule, words }) => [rule, words]));
  const spoke = rulesFor(target).filter((rule) => Object.hasOwn(counts, rule.id));
  return Object.fromEntries(
    spoke.map((rule) => {
      const words = says.get(rule.id);
      return [rule.id, words === undefined ? rule : { ...rule, says: words }];
    }),
  );
}
