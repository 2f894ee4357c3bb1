// What an answer says beside its calls: nothing, by the rules that Mistral's fine-tuning documents.

import { callsOf, partPointer, partsOf } from '../../model/example.ts';
import { pointerTo } from '../../model/pointer.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { COMMON, DOCS } from './service.ts';

const user = { role: 'user', content: 'What is the weather in Bonn?' };
const call = { id: 'abcdefghi', type: 'function', function: { name: 'weather', arguments: '{}' } };
const record = (answer: object) => ({ messages: [user, { role: 'assistant', ...answer }] });

export const callContent = defineRecordRule({
  id: 'target/mistral-call-content',
  title: 'Answer with calls and content, or with neither',
  why: 'By the documented format and version 3 of the validator an answer has either content or tool_calls; from version 5 on both may stand there.',
  mend: 'Leave the content out beside calls.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  knockOnOf: ['structure/null-content', 'structure/missing-field'],
  options: {},
  messages: {
    both: 'The answer has content beside its calls.',
    neither: 'The answer has neither content nor calls.',
  },
  sources: [DOCS, COMMON],
  examples: {
    good: [
      { title: 'calls alone', target: 'mistral-sft', record: record({ tool_calls: [call] }) },
      { title: 'content alone', target: 'mistral-sft', record: record({ content: 'It is sunny.' }) },
    ],
    bad: [
      {
        title: 'both',
        target: 'mistral-sft',
        record: record({ content: 'Let me look.', tool_calls: [call] }),
        finds: [{ message: 'both', pointer: '/messages/1/content' }],
      },
      {
        title: 'no content and an empty list of calls',
        target: 'mistral-sft',
        record: record({ tool_calls: [] }),
        finds: [{ message: 'neither', pointer: '/messages/1' }],
      },
    ],
  },
  create: () => (view, report) => {
    for (const { role, message } of view.turns) {
      if (role !== 'assistant' || typeof message.content === 'string') continue;
      const parts = partsOf(message);
      if (callsOf(message).length === 0) {
        if (parts.length === 0) report({ message: 'neither', pointer: pointerTo(message) });
        continue;
      }
      const text = parts.find((part) => part.type === 'text' && part.text !== '');
      if (text !== undefined) report({ message: 'both', pointer: partPointer(message, text) });
    }
  },
});
