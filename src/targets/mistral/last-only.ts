// Several answers beside tools: mistral-finetune trains the last of them alone.

import { defineRecordRule } from '../../model/rule.ts';
import { FINETUNE } from './service.ts';

const user = { role: 'user', content: 'What is the weather in Bonn?' };
const answer = { role: 'assistant', content: 'It is sunny.' };
const tools = [
  {
    type: 'function',
    function: { name: 'weather', description: 'Tells it.', parameters: { type: 'object' } },
  },
];

export const lastOnly = defineRecordRule({
  id: 'target/mistral-last-only',
  title: 'Answers that will not be trained',
  why: 'Where a record has tools, mistral-finetune trains the last answer only.',
  mend: 'Make a record of each answer, with what stands before it.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { several: '{count#answer}; only the last of them is trained beside tools.' },
  sources: [FINETUNE],
  examples: {
    good: [
      { title: 'one answer', target: 'mistral-sft', record: { messages: [user, answer], tools } },
      {
        title: 'several answers, no tools',
        target: 'mistral-sft',
        record: { messages: [user, answer, user, answer] },
      },
    ],
    bad: [
      {
        title: 'two answers and tools',
        target: 'mistral-sft',
        record: { messages: [user, answer, user, answer], tools },
        finds: [{ message: 'several', pointer: '', data: { count: 2 } }],
      },
      {
        title: 'three answers and tools',
        target: 'mistral-sft',
        record: { messages: [user, answer, user, answer, user, answer], tools },
        finds: [{ message: 'several', pointer: '', data: { count: 3 } }],
      },
    ],
  },
  create: () => (view, report) => {
    if (view.example.tools.length === 0) return;
    let count = 0;
    for (const { role } of view.turns) if (role === 'assistant') count += 1;
    if (count > 1) report({ message: 'several', pointer: '', data: { count } });
  },
});
