// What a tool said, without what the model's renderer needs: a name for gpt-oss, an id for Kimi.

import { partPointer, partsOf } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';

const user = { role: 'user', content: 'What is the weather in Bonn?' };
const call = {
  role: 'assistant',
  content: '',
  tool_calls: [{ id: 'a', type: 'function', function: { name: 'weather', arguments: '{}' } }],
};
const answer = { role: 'assistant', content: 'It is sunny.' };
const record = (result: object) => ({
  messages: [user, call, { role: 'tool', content: 'Sunny', ...result }, answer],
});

export const toolResult = defineRecordRule({
  id: 'target/tinker-tool-result',
  title: 'Result that cannot be rendered',
  why: "The cookbook's renderer of gpt-oss needs the name of the tool on a result, that of Kimi needs tool_call_id.",
  mend: 'Write both on every result.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: {
    name: 'The result has no name, which {model} needs.',
    id: 'The result has no tool_call_id, which {model} needs.',
  },
  sources: [
    {
      title: 'Tinker cookbook (2026-08-19)',
      url: 'https://github.com/thinking-machines-lab/tinker-cookbook',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      {
        title: 'name and id',
        target: 'tinker-sft',
        model: 'gpt-oss-20b',
        record: record({ name: 'weather', tool_call_id: 'a' }),
      },
      { title: 'neither, and no model named', target: 'tinker-sft', record: record({}) },
    ],
    bad: [
      {
        title: 'no name for gpt-oss',
        target: 'tinker-sft',
        model: 'gpt-oss-20b',
        record: record({ tool_call_id: 'a' }),
        finds: [{ message: 'name', pointer: '/messages/2/content', data: { model: 'gpt-oss-20b' } }],
      },
      {
        title: 'nothing at all for gpt-oss',
        target: 'tinker-sft',
        model: 'openai/gpt-oss-120b',
        record: record({}),
        finds: [{ message: 'name', pointer: '/messages/2/content' }],
      },
    ],
  },
  create: ({ model }) => {
    const wantsName = /gpt-oss/i.test(model ?? '');
    const wantsId = /kimi/i.test(model ?? '');
    return (view, report) => {
      if (!wantsName && !wantsId) return;
      for (const { message } of view.turns) {
        for (const part of partsOf(message)) {
          if (part.type !== 'result') continue;
          const pointer = partPointer(message, part);
          if (wantsName && part.name === undefined)
            report({ message: 'name', pointer, data: { model: model ?? '' } });
          if (wantsId && part.id === undefined)
            report({ message: 'id', pointer, data: { model: model ?? '' } });
        }
      }
    };
  },
});
