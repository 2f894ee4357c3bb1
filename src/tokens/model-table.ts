// Which vocabulary, context length and overheads belong to which model: all tables as one.
import { HOSTED_MODELS } from './models/hosted-models.ts';
import type { ModelFacts } from './models/model-facts.ts';
import { OPEN_MODELS } from './models/open-models.ts';
import { OPENAI_MODELS } from './models/openai-models.ts';

/** Every model known, in no order that matters. */
export const MODELS: readonly ModelFacts[] = [...OPENAI_MODELS, ...OPEN_MODELS, ...HOSTED_MODELS];
