// From what people write to what it names; where it names nothing, an error with the nearest that does.

import { FORMATS, findFormat } from '../formats/index.ts';
import { findGoal, GOALS } from '../goals/goals.ts';
import { nearestNames } from '../model/edit-distance.ts';
import { type ErrorCode, UserError } from '../model/error.ts';
import type { Rule } from '../model/rule.ts';
import type { Target } from '../model/target.ts';
import { RULES } from '../rules/index.ts';
import { findTarget, TARGETS } from '../targets/index.ts';

const idsOf = (things: readonly { readonly id: string }[]): string[] => things.map(({ id }) => id);

/** Every rule there is: the catalogue's, and the checks of all targets, some of which share one. */
export const ALL_RULES: readonly Rule[] = [...RULES, ...new Set(TARGETS.flatMap(({ checks }) => checks))];

/** A rule by its id or a former name. @throws UserError */
export function ruleNamed(name: string, rules: readonly Rule[] = ALL_RULES): Rule {
  const rule = rules.find(({ id, formerly }) => id === name || formerly?.includes(name) === true);
  if (rule !== undefined) return rule;
  throw unknownName('unknown-rule', 'rule', name, idsOf(rules));
}

/** @throws UserError */
export function targetNamed(name: string): Target {
  const target = findTarget(name);
  if (target !== undefined) return target;
  throw unknownName('unknown-target', 'target', name, idsOf(TARGETS));
}

/** The id of a format. @throws UserError */
export function formatNamed(name: string): string {
  const format = findFormat(name);
  if (format !== undefined) return format.id;
  throw unknownName('unknown-format', 'format', name, idsOf(FORMATS));
}

/** The id of a goal. @throws UserError */
export function goalNamed(name: string): string {
  const goal = findGoal(name);
  if (goal !== undefined) return goal.id;
  throw unknownName('unknown-goal', 'goal', name, idsOf(GOALS));
}

export function unknownName(
  code: ErrorCode,
  kind: string,
  name: string,
  known: readonly string[],
): UserError {
  // A short name is often meant by its second half: `last-not-assistant`.
  const inside = known.filter((id) => name.length > 3 && id.includes(name));
  const near = [...new Set([...inside, ...nearestNames(name, known)])].slice(0, 3);
  const hint =
    near.length > 0
      ? `did you mean ${near.join(' or ')}?`
      : known.length <= 12
        ? `known: ${known.join(', ')}`
        : `tuneset list ${kind}s shows them all`;
  return new UserError(code, `no ${kind} named ${name}`, { hint });
}
