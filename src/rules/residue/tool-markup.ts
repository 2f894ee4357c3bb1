// A tool call written as text.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { withoutCode } from '../../text/code-spans.ts';
import { findAll } from '../../text/find-all.ts';
import { chat, chatWith, pair } from '../sample.ts';
import { APIGEN } from '../sources.ts';

const MARKUP =
  /<tool_call>|<function_?call>|<function=\w{1,60}>|(?<=^|\n)Action: ?[^\n]{1,80}(?=\nAction Input:)|^\s{0,9}\{\s{0,9}"name":(?=\s{0,9}"[^"\n]{1,80}",\s{0,9}"arguments":[\s\S]{0,4000}\}\s{0,9}$)/g;

export const toolMarkup = defineRecordRule({
  id: 'residue/tool-markup',
  title: 'Tool call as text',
  why: 'The trainer sees prose where a call should be; the model learns to write markup that nothing runs.',
  mend: 'Move the call into the field for calls.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { call: 'The answer writes a tool call as text: “{text}”.' },
  sources: [APIGEN],
  examples: {
    good: [
      {
        title: 'the system prompt asks for it',
        record: chatWith(
          'Write calls between <tool_call> and </tool_call>.',
          'Time?',
          '<tool_call>{}</tool_call>',
        ),
      },
      { title: 'code', record: chat('How?', 'Write `<tool_call>` first.') },
    ],
    bad: [
      {
        title: 'a tag',
        record: chat('Time?', '<tool_call>{"name": "time", "arguments": {}}</tool_call>'),
        finds: [{ message: 'call', pointer: '/messages/1/content', data: { text: '<tool_call>' } }],
      },
      {
        title: 'in three lines',
        record: pair('Time?', 'I must look.\nAction: clock\nAction Input: now\nObservation: 12'),
        finds: [{ message: 'call', pointer: '/completion', data: { text: 'Action: clock' } }],
      },
      {
        title: 'a bare object',
        record: chat('Time?', '{"name": "time", "arguments": {}}'),
        finds: [{ message: 'call', pointer: '/messages/1/content', data: { text: '{"name":' } }],
      },
    ],
  },

  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-24' },
  create: ({ hint }) => {
    const words = hint([
      '<tool_call>',
      '<function_call>',
      '<functioncall>',
      '<function=',
      'action input:',
      '"arguments"',
    ]);
    return (view, report) => {
      for (const turn of view.turns) {
        if (!turn.learned || !turn.has(words)) continue;
        const found = findAll(withoutCode(turn.text), MARKUP);
        if (found === undefined || view.promptHas(words)) continue;
        report({
          message: 'call',
          pointer: textPointer(turn.message),
          data: { text: found.text },
          near: found.at,
        });
      }
    };
  },
});
