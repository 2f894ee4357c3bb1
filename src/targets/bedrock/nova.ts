// Where the facts of Amazon Nova stand, and which of its models a name means.

import type { Citation } from '../../model/citation.ts';

export const NOVA: Citation = {
  title: 'Amazon Nova, preparing data for fine-tuning',
  url: 'https://docs.aws.amazon.com/nova/latest/userguide/fine-tune-prepare-data-understanding.html',
  read: '2026-11-22',
};
export const NOVA_2: Citation = {
  title: 'Amazon Bedrock, preparing data for Nova 2',
  url: 'https://docs.aws.amazon.com/bedrock/latest/userguide/nova-2-sft-data-prep.html',
  read: '2026-11-22',
};

/** Whether the model that was named is Nova Micro, which reads text only. */
export const isMicro = (model: string | undefined): boolean => /nova-micro/i.test(model ?? '');
export const isNova2 = (model: string | undefined): boolean => /nova-2/i.test(model ?? '');
