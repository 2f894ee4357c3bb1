// The service takes no newcomers, or will soon take nobody.

import { defineFigureRule } from '../../model/rule.ts';

const record = {
  messages: [
    { role: 'user', content: 'Hi' },
    { role: 'assistant', content: 'Hello!' },
  ],
};

export const serviceStatus = defineFigureRule({
  id: 'target/service-status',
  title: 'Service is closing, closed or uncertain',
  why: 'A set that fits a service which takes no more jobs has to go elsewhere.',
  mend: 'Look at the targets named; most read the same records.',
  severity: 'info',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: {
    closed: '{title}: {note} (read {read}). Instead: {instead}.',
    alone: '{title}: {note} (read {read}).',
    caution: '{title}: {caution} (read {read}).',
  },
  sources: [
    {
      title: 'OpenAI, deprecations',
      url: 'https://developers.openai.com/api/docs/deprecations',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      { title: 'no target', record },
      { title: 'no target, another goal', record, goal: 'style' },
    ],
    bad: [
      {
        title: 'OpenAI',
        record,
        target: 'openai-sft',
        finds: [{ message: 'closed', pointer: '' }],
      },
      {
        title: 'OpenAI, whatever the goal',
        record,
        target: 'openai-sft',
        goal: 'style',
        finds: [{ message: 'closed', pointer: '' }],
      },
      {
        title: 'a model that may leave',
        record: { system: 'Be brief.', ...record },
        target: 'bedrock-claude-sft',
        finds: [{ message: 'caution', pointer: '' }],
      },
    ],
  },
  create:
    ({ target }) =>
    (_, report) => {
      if (target === undefined) return;
      const { title, status } = target;
      const { open, note, instead, caution, read } = status;
      if (open) {
        if (caution !== undefined)
          report({ message: 'caution', pointer: '', data: { title, caution, read } });
      } else if (instead === undefined)
        report({ message: 'alone', pointer: '', data: { title, note, read } });
      else report({ message: 'closed', pointer: '', data: { title, note, read, instead } });
    },
});
