// The targets: provider methods and trainers, one file each.

import type { Target } from '../model/target.ts';
import { openaiDpo } from './openai-dpo.ts';
import { openaiSft } from './openai-sft.ts';
import { togetherSft } from './together-sft.ts';
import { trlDpo } from './trl-dpo.ts';
import { trlSft } from './trl-sft.ts';

export const TARGETS: readonly Target[] = [openaiSft, openaiDpo, togetherSft, trlSft, trlDpo];

/** A target by its id; the bare name of a service means its plain supervised target. */
export const findTarget = (name: string): Target | undefined =>
  TARGETS.find(({ id }) => id === name) ?? TARGETS.find(({ id }) => id === `${name}-sft`);
