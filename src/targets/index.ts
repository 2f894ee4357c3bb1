// The targets: provider methods and trainers, one file each.

import type { Target } from '../model/target.ts';
import { alibabaDpo } from './alibaba-dpo.ts';
import { alibabaSft } from './alibaba-sft.ts';
import { axolotlAlpaca } from './axolotl-alpaca.ts';
import { axolotlChat } from './axolotl-chat.ts';
import { axolotlDpo } from './axolotl-dpo.ts';
import { azureDpo } from './azure-dpo.ts';
import { azureSft } from './azure-sft.ts';
import { bedrockClaudeSft } from './bedrock-claude-sft.ts';
import { bedrockDistillation } from './bedrock-distillation.ts';
import { bedrockLlamaSft } from './bedrock-llama-sft.ts';
import { bedrockNovaSft } from './bedrock-nova-sft.ts';
import { bedrockRft } from './bedrock-rft.ts';
import { cohereChatTarget } from './cohere-chat.ts';
import { databricksSft } from './databricks-sft.ts';
import { fireworksDpo } from './fireworks-dpo.ts';
import { fireworksSft } from './fireworks-sft.ts';
import { geminiDpo } from './gemini-dpo.ts';
import { geminiSft } from './gemini-sft.ts';
import { ibmSft } from './ibm-sft.ts';
import { litgptSft } from './litgpt-sft.ts';
import { llamaFactoryAlpaca } from './llama-factory-alpaca.ts';
import { llamaFactoryDpo } from './llama-factory-dpo.ts';
import { llamaFactorySharegpt } from './llama-factory-sharegpt.ts';
import { mistralSft } from './mistral-sft.ts';
import { mlxChat } from './mlx-chat.ts';
import { mlxCompletions } from './mlx-completions.ts';
import { msSwiftSft } from './ms-swift-sft.ts';
import { nebiusSft } from './nebius-sft.ts';
import { nemoSft } from './nemo-sft.ts';
import { ociSft } from './oci-sft.ts';
import { openaiDpo } from './openai-dpo.ts';
import { openaiRft } from './openai-rft.ts';
import { openaiSft } from './openai-sft.ts';
import { oumiSft } from './oumi-sft.ts';
import { snowflakeSft } from './snowflake-sft.ts';
import { tinkerSft } from './tinker-sft.ts';
import { togetherDpo } from './together-dpo.ts';
import { togetherSft } from './together-sft.ts';
import { torchtuneChat } from './torchtune-chat.ts';
import { trlDpo } from './trl-dpo.ts';
import { trlKto } from './trl-kto.ts';
import { trlSft } from './trl-sft.ts';
import { unslothChat } from './unsloth-chat.ts';

export const TARGETS: readonly Target[] = [
  openaiSft,
  openaiDpo,
  openaiRft,
  azureSft,
  azureDpo,
  bedrockClaudeSft,
  bedrockNovaSft,
  bedrockLlamaSft,
  bedrockDistillation,
  bedrockRft,
  geminiSft,
  geminiDpo,
  mistralSft,
  togetherSft,
  togetherDpo,
  fireworksSft,
  fireworksDpo,
  cohereChatTarget,
  nebiusSft,
  alibabaSft,
  alibabaDpo,
  ibmSft,
  snowflakeSft,
  databricksSft,
  ociSft,
  tinkerSft,
  trlSft,
  trlDpo,
  trlKto,
  axolotlChat,
  axolotlAlpaca,
  axolotlDpo,
  llamaFactorySharegpt,
  llamaFactoryAlpaca,
  llamaFactoryDpo,
  unslothChat,
  torchtuneChat,
  mlxChat,
  mlxCompletions,
  msSwiftSft,
  nemoSft,
  oumiSft,
  litgptSft,
];

/** A target by its id; the bare name of a service means its plain supervised target. */
export const findTarget = (name: string): Target | undefined =>
  TARGETS.find(({ id }) => id === name) ?? TARGETS.find(({ id }) => id === `${name}-sft`);
