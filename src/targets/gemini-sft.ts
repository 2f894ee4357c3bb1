// Google Cloud, supervised tuning of Gemini: contents made of parts, files in Cloud Storage, functions by name.

import type { Target } from '../model/target.ts';
import { forcedSchema } from './gemini/forced-schema.ts';
import { functionTurn } from './gemini/function-turn.ts';
import { partKinds } from './gemini/part-kinds.ts';
import { limits, PREPARE, status, TUNING } from './gemini/service.ts';
import { systemRole } from './gemini/system-role.ts';
import { unmatchedResponse } from './gemini/unmatched-response.ts';
import { untypedFile } from './gemini/untyped-file.ts';
import { remoteImage } from './images/remote-image.ts';
import { schemaCheck } from './schema-check.ts';

export const geminiSft: Target = {
  id: 'gemini-sft',
  title: 'Gemini supervised tuning',
  formats: ['gemini-contents'],
  status,
  schema: async () => {
    const [fast, full] = await Promise.all([
      import('./validators/gemini-sft.fast.ts'),
      import('./validators/gemini-sft.full.ts'),
    ]);
    return schemaCheck(fast.default, full.default);
  },
  limits: { ...limits, maxMediaRecords: { value: 300_000, citation: TUNING } },
  // Those of Gemini 3 were not found; those of 2.5 were read by third parties only.
  prices: [],
  severities: {
    // Nothing says that the service refuses it; there is nothing to learn after the last turn of the model.
    'roles/last-not-assistant': 'warning',
    // The schema says it of arguments that are no object.
    'tools/arguments-not-json': 'off',
  },
  checks: [partKinds, functionTurn, systemRole, untypedFile, unmatchedResponse, remoteImage, forcedSchema],
  sources: [PREPARE, TUNING],
};
