// An example longer than what the model or the provider takes: the answer, at its end, is what gets lost.

import { defineRecordRule } from '../../model/rule.ts';
import { tokenLimit } from '../../targets/token-limit.ts';

const HAPPENS = {
  truncated: 'it is cut from the end, and the answer is lost first',
  dropped: 'it is left out',
  rejected: 'the file is refused',
  unknown: 'what happens to it is not documented',
} as const;

const long = {
  messages: [
    { role: 'user', content: 'Go on.' },
    { role: 'assistant', content: 'And so on. '.repeat(25_000) },
  ],
};
const short = {
  messages: [
    { role: 'user', content: 'Hi' },
    { role: 'assistant', content: 'Hello!' },
  ],
};

export const overContext = defineRecordRule({
  id: 'tokens/over-context',
  title: 'Longer than the model takes',
  why: 'What is beyond the limit is never learned, and nearly always that is the answer.',
  mend: 'Shorten the example, cut it into several, or choose a model with a longer context.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: {
    target: '{tokens} tokens; an example may have {limit}: {happens}.',
    model: '{tokens} tokens; the context of {model} holds {limit}.',
  },
  sources: [
    {
      title: 'OpenAI, fine-tuning best practices, token limits',
      url: 'https://developers.openai.com/api/docs/guides/fine-tuning-best-practices',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      { title: 'a short one', record: short, target: 'openai-sft' },
      { title: 'no target and no model: no limit', record: long },
      { title: 'a model whose length no source tells: no limit', record: long, model: 'gpt-5.4-nano' },
    ],
    bad: [
      {
        title: 'beyond what the target takes',
        record: long,
        target: 'openai-sft',
        finds: [{ message: 'target', pointer: '' }],
      },
      {
        title: 'beyond the context of the model',
        record: long,
        model: 'gpt-4-0613',
        finds: [{ message: 'model', pointer: '' }],
      },
    ],
  },
  measured: { records: 98842, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: ({ target, model }) => {
    const known = tokenLimit(target, model);
    const limit = known?.tokens ?? Number.POSITIVE_INFINITY;
    const happens = HAPPENS[target?.limits.overLength ?? 'unknown'];
    return (view, report) => {
      const tokens = view.tokens + view.framing;
      if (tokens <= limit) return;
      if (known?.by === 'target')
        report({ message: 'target', pointer: '', data: { tokens, limit, happens } });
      else report({ message: 'model', pointer: '', data: { tokens, limit, model: model ?? '' } });
    };
  },
});
