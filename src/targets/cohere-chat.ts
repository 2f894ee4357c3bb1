// Cohere, chat fine-tuning, which has ended: what it read, to check and to convert from.

import type { Target } from '../model/target.ts';
import { CHAT, noUser } from './cohere/no-user.ts';
import { smallRoles } from './cohere/small-roles.ts';
import { schemaCheck } from './schema-check.ts';

export const cohereChatTarget: Target = {
  id: 'cohere-chat',
  title: 'Cohere chat fine-tuning',
  formats: ['cohere-chat'],
  status: {
    open: false,
    ended: true,
    note: 'deprecated on 2025-09-15',
    instead: 'Together or Fireworks, or an open model with a trainer of your own',
    read: '2026-11-22',
  },
  schema: async () => {
    const [fast, full] = await Promise.all([
      import('./validators/cohere-chat.fast.ts'),
      import('./validators/cohere-chat.full.ts'),
    ]);
    return schemaCheck(fast.default, full.default);
  },
  limits: {
    minRecords: { value: 2, citation: CHAT },
    // Of one turn: all messages up to an answer.
    exampleTokens: { '*': { value: 16_384, citation: CHAT } },
    overLength: 'dropped',
  },
  prices: [],
  severities: {
    // Their own sample ends with one.
    'roles/last-not-assistant': 'off',
  },
  checks: [noUser, smallRoles],
  sources: [CHAT],
};
