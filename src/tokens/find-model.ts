// From a model's name as people and providers write it to what is known about it.
import { nearestNames } from '../model/edit-distance.ts';
import { MODELS } from './model-table.ts';
import type { ModelFacts } from './models/model-facts.ts';

/** How clouds write whose model it is: `anthropic.claude-…`, `us.meta.llama…`. */
const VENDOR = /^(?:(?:us|eu|apac|global)\.)?(?:amazon|anthropic|cohere|deepseek|meta|mistral|openai|qwen)\./;

/**
 * The base model a name stands for: lower case, without organization (`meta-llama/`, `anthropic.`), without what fine-tuning
 * puts around it (`ft:gpt-4.1-2025-04-14:org::id`, `curie:ft-org-2023`). tiktoken's own table looks `ft:gpt-4.1…`
 * up under `ft:gpt-4`, which is another vocabulary; here the prefix is gone before anything is looked up.
 */
export function baseModelName(name: string): string {
  let base = name.trim().toLowerCase();
  if (base.startsWith('ft:')) base = base.slice(3);
  base = base.slice(base.lastIndexOf('/') + 1);
  base = base.replace(VENDOR, '');
  const colon = base.indexOf(':');
  if (colon > 0) base = base.slice(0, colon);
  return base.replaceAll('_', '-');
}

/** The facts for a model, by its name or by the longest known beginning of it (snapshots, sizes, variants). */
export function findModel(name: string): ModelFacts | undefined {
  const base = baseModelName(name);
  let found: ModelFacts | undefined;
  for (const facts of MODELS) {
    if (!base.startsWith(facts.name)) continue;
    // `gpt-4` must not answer for `gpt-4.1`, nor `qwen3` for `qwen3.5`.
    const next = base[facts.name.length];
    if (next !== undefined && next !== '-' && next !== '@') continue;
    if (found === undefined || facts.name.length > found.name.length) found = facts;
  }
  return found;
}

/** Known model names close to one that is not known, nearest first. */
export function suggestModels(name: string): string[] {
  return nearestNames(
    baseModelName(name),
    MODELS.map((facts) => facts.name),
  );
}
