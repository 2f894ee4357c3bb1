// A request → Settings: defaults, then the preset, the goal, the target and last the user's own word.

import { UserError } from '../model/error.ts';
import type { RuleId, Severity } from '../model/finding.ts';
import { defaultOptions } from '../model/option.ts';
import type { Rule } from '../model/rule.ts';
import type { FileOverride, MaxRate, RuleSetting, Settings } from '../model/settings.ts';
import type { Suppression } from '../model/suppression.ts';
import type { Target } from '../model/target.ts';
import { RULES } from '../rules/index.ts';
import { findModel, suggestModels } from '../tokens/find-model.ts';
import { ALL_RULES, formatNamed, goalNamed, ruleNamed, targetNamed, unknownName } from './names.ts';
import { PRESETS, type Preset, type Request, type RuleWish } from './request.ts';

const DEFAULT_TOKENIZER = 'o200k_base';
/** A rule whose crash must never be silent. */
const ALWAYS_ON: ReadonlySet<RuleId> = new Set(['internal/rule-crash']);

/**
 * Settles everything that can change a result.
 * @param today the date to use where the request names none (YYYY-MM-DD)
 * @throws UserError for names that mean nothing, with the nearest ones that do
 */
export function resolveSettings(request: Request, today: string): Settings {
  const target = request.target === undefined ? undefined : targetNamed(request.target);
  const goal = request.goal === undefined ? undefined : goalNamed(request.goal);
  const preset = request.preset ?? 'recommended';
  if (!PRESETS.includes(preset)) throw unknownName('bad-config', 'preset', preset, PRESETS);
  return {
    format: request.format === undefined || request.format === 'auto' ? 'auto' : formatNamed(request.format),
    ...(target === undefined ? {} : { target: target.id }),
    ...(request.model === undefined ? {} : { model: request.model }),
    ...(goal === undefined ? {} : { goal }),
    preset,
    // Asked for by field, used by column.
    columns: Object.fromEntries(Object.entries(request.map ?? {}).map(([field, column]) => [column, field])),
    tokenizer: request.tokenizer ?? tokenizerFor(request.model),
    ...chooseRules(request, preset, target, goal),
    ...(request.label === undefined ? {} : { label: pointer(request.label) }),
    ...(request.labels === undefined ? {} : { labels: request.labels }),
    ...(request.outputSchema === undefined ? {} : { outputSchema: request.outputSchema }),
    ...(request.against === undefined ? {} : { against: request.against }),
    maxLineBytes: request.maxLineBytes ?? 64 * 1024 * 1024,
    maxDepth: request.maxDepth ?? 512,
    keep: request.keep ?? 1000,
    failOn: request.failOn ?? 'error',
    ...(request.maxWarnings === undefined ? {} : { maxWarnings: request.maxWarnings }),
    suppressions: (request.suppress ?? []).map(suppression),
    ...(request.baseline === undefined ? {} : { baseline: request.baseline }),
    ...sampleOf(request),
    today: date(request.today ?? today),
  };
}

function sampleOf({ sample, seed, failOn }: Request): Pick<Settings, 'sample'> {
  if (sample === undefined) {
    if (seed === undefined) return {};
    throw new UserError('usage', 'a seed draws nothing here', { hint: 'it belongs to --sample' });
  }
  if (!Number.isSafeInteger(sample) || sample < 1) {
    throw new UserError('usage', 'a sample has at least one record', { hint: 'write --sample 1000' });
  }
  return { sample: { records: sample, seed: seed ?? 0, mayPass: failOn !== undefined } };
}

interface RuleChoice {
  readonly rules: Settings['rules'];
  readonly overrides: Settings['overrides'];
}

function chooseRules(
  request: Request,
  preset: Preset,
  target: Target | undefined,
  goal: string | undefined,
): RuleChoice {
  const all: readonly Rule[] = [...RULES, ...(target?.checks ?? [])];
  // A config may speak of the checks of a target that this run does not name.
  const idOf = (name: string): RuleId => ruleNamed(name, ALL_RULES).id;
  const asked = new Map<RuleId, RuleWish>();
  for (const [name, wish] of Object.entries(request.rules ?? {})) {
    asked.set(idOf(name), typeof wish === 'string' ? { severity: wish } : wish);
  }
  if (request.only?.length === 0) {
    throw new UserError('usage', 'only names no rule', { hint: 'without a rule everything would pass' });
  }
  const only = request.only === undefined ? undefined : new Set(request.only.map(idOf));
  const overrides: FileOverride[] = (request.overrides ?? []).map(({ files, rules }) => ({
    files,
    rules: Object.fromEntries(Object.entries(rules).map(([name, severity]) => [idOf(name), severity])),
  }));
  const settings: Record<RuleId, RuleSetting> = {};
  const onlyForSome: Record<RuleId, 'off'> = {};
  for (const rule of all) {
    if (only !== undefined && !only.has(rule.id) && !ALWAYS_ON.has(rule.id)) continue;
    const wish = asked.get(rule.id);
    const severity =
      wish?.severity ?? severityBefore(rule, preset, target, goal, only?.has(rule.id) === true);
    const options = { ...defaultOptions(rule.options), ...wish?.options };
    const rate = wish?.maxRate === undefined ? {} : { maxRate: heldRate(rule.id, wish.maxRate, request) };
    if (severity !== 'off') settings[rule.id] = { severity, options, ...rate };
    else if (overrides.some(({ rules }) => (rules[rule.id] ?? 'off') !== 'off')) {
      // Off, but on for some files: it runs everywhere and is silent but there.
      settings[rule.id] = { severity: rule.severity, options, ...rate };
      onlyForSome[rule.id] = 'off';
    }
  }
  const silent = Object.keys(onlyForSome).length === 0 ? [] : [{ files: '**', rules: onlyForSome }];
  return { rules: settings, overrides: [...silent, ...overrides] };
}

/** The severity of a rule that the user says nothing of. The target's verdict wins over the catalogue's. */
function severityBefore(
  rule: Rule,
  preset: Preset,
  target: Target | undefined,
  goal: string | undefined,
  named: boolean,
): Severity | 'off' {
  const quiet = rule.optIn === true || rule.stage !== 'stable';
  if (quiet && preset !== 'all' && !named) return 'off';
  const byGoal = goal === undefined ? undefined : rule.severityFor?.[goal];
  return target?.severities[rule.id] ?? byGoal ?? rule.severity;
}

function heldRate(rule: RuleId, rate: MaxRate, { baseline, failOn }: Request): MaxRate {
  if (rate === 'baseline' && baseline === undefined && failOn !== 'never') {
    throw new UserError('usage', `${rule} may not become worse than the baseline, and there is none`, {
      hint: 'add --baseline FILE, or write one with --write-baseline FILE',
    });
  }
  if (rate !== 'baseline' && !(rate >= 0 && rate <= 1)) {
    throw new UserError('usage', `maxRate of ${rule} is ${rate}`, { hint: 'write a share from 0 to 1' });
  }
  return rate;
}

function suppression(wish: Suppression): Suppression {
  const { rule, files, pointer: place, record, reason, until } = wish;
  if ([rule, files, place, record].every((part) => part === undefined)) {
    throw new UserError('bad-config', 'a suppression names nothing', {
      hint: 'name a rule, files, a pointer or a record',
    });
  }
  if (reason.trim() === '') throw new UserError('bad-config', 'a suppression needs a reason');
  if (record !== undefined && !/^[0-9a-f]{32}$/.test(record)) {
    throw new UserError('bad-config', `${record} is no fingerprint of a record`, {
      hint: 'take it from `record` in --output json=FILE or --findings FILE',
    });
  }
  return {
    ...wish,
    ...(rule === undefined ? {} : { rule: ruleNamed(rule, ALL_RULES).id }),
    ...(place === undefined ? {} : { pointer: pointer(place) }),
    ...(until === undefined ? {} : { until: date(until) }),
  };
}

function tokenizerFor(model: string | undefined): string {
  if (model === undefined) return DEFAULT_TOKENIZER;
  const facts = findModel(model);
  if (facts === undefined) {
    const near = suggestModels(model);
    throw new UserError('unknown-model', `no model named ${model}`, {
      hint:
        near.length > 0
          ? `did you mean ${near.slice(0, 3).join(' or ')}? else name the vocabulary with --tokenizer`
          : 'tuneset list models shows the known ones; or name the vocabulary with --tokenizer',
    });
  }
  if (facts.encoding === 'file') {
    throw new UserError('unknown-model', `the vocabulary of ${model} does not come with tuneset`, {
      hint: 'add --tokenizer with the path of its tokenizer.json',
    });
  }
  return facts.encoding;
}

function pointer(text: string): string {
  if (text === '' || text.startsWith('/')) return text;
  throw new UserError('usage', `${text} is not a JSON Pointer`, { hint: `write /${text}` });
}

function date(text: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  // 30 February is parsed, as 2 March.
  const valid = !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
  if (!valid) throw new UserError('usage', `${text} is not a date`, { hint: 'write YYYY-MM-DD' });
  return text;
}
