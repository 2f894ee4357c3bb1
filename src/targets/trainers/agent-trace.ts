// Columns by which the loader of most trainers takes a set for the log of an agent.

import type { JsonObject } from '../../model/json.ts';
import { defineRecordRule } from '../../model/rule.ts';

const MARKS = ['id', 'source', 'model', 'system_prompt'] as const;

const record = (more: JsonObject): JsonObject => ({
  messages: [
    { role: 'user', content: 'Hi' },
    { role: 'assistant', content: 'Hello!' },
  ],
  ...more,
});
const marked = { id: '1', source: 'web', model: 'gpt-4.1', system_prompt: 'Be kind.' };

export const agentTrace = defineRecordRule({
  id: 'target/hf-agent-trace',
  title: 'Looks like the log of an agent',
  why: 'From version 5.0.1 the datasets library takes lines with these columns for agent traces and hands them to another package, so that the load fails.',
  mend: 'Rename or remove one of the columns, or load with parse_agent_traces=False.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { trace: 'id, source, model and system_prompt are all texts beside the messages.' },
  sources: [
    {
      title: 'datasets, packaged_modules/json/json.py at b7cb10b',
      url: 'https://github.com/huggingface/datasets',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      { title: 'messages alone', target: 'trl-sft', record: record({}) },
      { title: 'a number as id', target: 'trl-sft', record: record({ ...marked, id: 1 }) },
    ],
    bad: [
      {
        title: 'all four',
        target: 'trl-sft',
        record: record(marked),
        finds: [{ message: 'trace', pointer: '/system_prompt' }],
      },
      {
        title: 'all four among others',
        target: 'trl-sft',
        record: record({ topic: 'greeting', ...marked }),
        finds: [{ message: 'trace', pointer: '/system_prompt' }],
      },
    ],
  },
  create:
    () =>
    ({ value }, report) => {
      if (!Array.isArray(value.messages)) return;
      for (const key of MARKS) if (typeof value[key] !== 'string') return;
      report({ message: 'trace', pointer: '/system_prompt' });
    },
});
