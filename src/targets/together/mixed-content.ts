// Contents that are text here and lists of parts there, within one conversation.

import { isObject, member } from '../../model/json.ts';
import { defineRecordRule } from '../../model/rule.ts';

const parts = (text: string) => [{ type: 'text', text }];
const system = { role: 'system', content: 'Be brief.' };
const user = { role: 'user', content: 'Hi' };
const answer = { role: 'assistant', content: 'Hello!' };

export const mixedContent = defineRecordRule({
  id: 'target/together-mixed-content',
  title: 'Contents of two kinds',
  why: 'Together refuses a conversation in which some contents are text and others are lists of parts.',
  mend: 'Write all contents of the record as text, or all as lists of parts.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { mixed: 'The content is {kind}, while the first content of the record is {first}.' },
  sources: [
    {
      title: 'Together, file check of its SDK',
      url: 'https://github.com/togethercomputer/together-py',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      { title: 'all text', target: 'together-sft', record: { messages: [system, user, answer] } },
      {
        title: 'all lists',
        target: 'together-sft',
        record: {
          messages: [
            { role: 'user', content: parts('Hi') },
            { role: 'assistant', content: parts('Hello!') },
          ],
        },
      },
    ],
    bad: [
      {
        title: 'a list after text',
        target: 'together-sft',
        record: { messages: [system, { role: 'user', content: parts('Hi') }, answer] },
        finds: [
          {
            message: 'mixed',
            pointer: '/messages/1/content',
            data: { kind: 'a list of parts', first: 'text' },
          },
        ],
      },
      {
        title: 'text after a list',
        target: 'together-sft',
        record: { messages: [{ role: 'user', content: parts('Hi') }, answer] },
        finds: [
          {
            message: 'mixed',
            pointer: '/messages/1/content',
            data: { kind: 'text', first: 'a list of parts' },
          },
        ],
      },
    ],
  },
  create: () => (view, report) => {
    // From the record itself: the middle form makes parts of some texts too.
    const messages = member(view.value, 'messages');
    if (!Array.isArray(messages)) return;
    let first: string | undefined;
    for (let index = 0; index < messages.length; index += 1) {
      const message = messages[index];
      const content = isObject(message) ? member(message, 'content') : undefined;
      if (typeof content !== 'string' && !Array.isArray(content)) continue;
      const kind = typeof content === 'string' ? 'text' : 'a list of parts';
      first ??= kind;
      if (kind === first) continue;
      report({ message: 'mixed', pointer: `/messages/${index}/content`, data: { kind, first } });
      return;
    }
  },
});
