// Contents as text where tools or files make every content a list.

import { isObject, type JsonValue, member } from '../../model/json.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { RULES } from './service.ts';

const tools = [{ type: 'function', function: { name: 'weather' } }];
const items = (text: string) => [{ text }];

export const textContent = defineRecordRule({
  id: 'target/alibaba-text-content',
  title: 'Content as text beside tools or files',
  why: 'As soon as a record has tools, images or videos, Model Studio wants every content as a list of items.',
  mend: 'Write [{"text": …}] for each content.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { text: 'The content is a text, beside {what}.' },
  sources: [RULES],
  examples: {
    good: [
      {
        title: 'lists beside tools',
        target: 'alibaba-sft',
        record: {
          messages: [
            { role: 'user', content: items('Hi') },
            { role: 'assistant', content: items('Hello!') },
          ],
          tools,
        },
      },
      {
        title: 'texts alone',
        target: 'alibaba-sft',
        record: {
          messages: [
            { role: 'user', content: 'Hi' },
            { role: 'assistant', content: 'Hello!' },
          ],
        },
      },
    ],
    bad: [
      {
        title: 'texts beside tools: the first is told',
        target: 'alibaba-sft',
        record: {
          messages: [
            { role: 'user', content: 'Hi' },
            { role: 'assistant', content: 'Hello!' },
          ],
          tools,
        },
        finds: [{ message: 'text', pointer: '/messages/0/content', data: { what: 'tools' } }],
      },
      {
        title: 'a text beside an image',
        target: 'alibaba-sft',
        record: {
          messages: [
            { role: 'user', content: [{ image: 'cat.png' }] },
            { role: 'assistant', content: 'A cat.' },
          ],
        },
        finds: [{ message: 'text', pointer: '/messages/1/content', data: { what: 'images or videos' } }],
      },
    ],
  },
  create:
    () =>
    ({ value }, report) => {
      const messages = member(value, 'messages');
      if (!Array.isArray(messages)) return;
      const what = Array.isArray(value.tools)
        ? 'tools'
        : messages.some(hasFile)
          ? 'images or videos'
          : undefined;
      if (what === undefined) return;
      const index = messages.findIndex((message) => isObject(message) && typeof message.content === 'string');
      if (index >= 0) report({ message: 'text', pointer: `/messages/${index}/content`, data: { what } });
    },
});

const hasFile = (message: JsonValue): boolean =>
  isObject(message) &&
  Array.isArray(message.content) &&
  message.content.some(
    (item) => isObject(item) && (Object.hasOwn(item, 'image') || Object.hasOwn(item, 'video')),
  );
