// What holds for every model that is fine-tuned on Amazon Bedrock.

import type { Citation } from '../../model/citation.ts';
import type { Limit, TargetStatus } from '../../model/limits.ts';

const READ = '2026-11-22';

export const MODELS: Citation = {
  title: 'Amazon Bedrock, models that can be fine-tuned',
  url: 'https://docs.aws.amazon.com/bedrock/latest/userguide/custom-model-fine-tuning.html',
  read: READ,
};
export const PREPARE: Citation = {
  title: 'Amazon Bedrock, preparing data for fine-tuning',
  url: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-customization-prepare.html',
  read: READ,
};
export const SAMPLES: Citation = {
  title: 'AWS samples, data validators of Amazon Bedrock',
  url: 'https://github.com/aws-samples/amazon-bedrock-samples/tree/main/custom-models/bedrock-fine-tuning',
  read: READ,
};
export const LIFECYCLE: Citation = {
  title: 'Amazon Bedrock, lifecycle of models',
  url: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle.html',
  read: READ,
};

export const OPEN: TargetStatus = { open: true, note: 'open to new users', read: READ };

export const limit = (value: number, citation: Citation): Limit => ({ value, citation });
