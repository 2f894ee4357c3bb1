// How long one example may be: what the target takes, else the context of the model.

import { exampleTokenLimit, type TargetFacts } from '../model/limits.ts';
import { baseModelName, findModel } from '../tokens/find-model.ts';

export interface TokenLimit {
  readonly tokens: number;
  readonly by: 'target' | 'model';
}

/** Undefined where no source tells. */
export function tokenLimit(
  target: TargetFacts | undefined,
  model: string | undefined,
): TokenLimit | undefined {
  const base = model === undefined ? undefined : baseModelName(model);
  const byTarget = target === undefined ? undefined : exampleTokenLimit(target.limits, base);
  if (byTarget !== undefined) return { tokens: byTarget.value, by: 'target' };
  const context = model === undefined ? undefined : findModel(model)?.context?.value;
  return context === undefined ? undefined : { tokens: context, by: 'model' };
}
