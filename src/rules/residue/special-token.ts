// The text of a control token inside content: rendered by a chat template, it becomes the real thing.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { TextBits } from '../../model/text-bits.ts';

const WORDS = [
  '<|',
  '|>',
  '[inst]',
  '[/inst]',
  '<<sys>>',
  '<</sys>>',
  '<start_of_turn>',
  '<end_of_turn>',
  '[available_tools]',
  '[tool_calls]',
  '[tool_results]',
  '<bos>',
  '<eos>',
  '<pad>',
  '<unk>',
  '<s>',
  '</s>',
  '<\uff5c',
];

const TOKEN =
  /<\|[A-Za-z0-9_]{1,40}\|>|<\|turn>|<turn\|>|\[\/?INST\]|<<\/?SYS>>|<(?:start|end)_of_turn>|\[(?:AVAILABLE_TOOLS|TOOL_CALLS|TOOL_RESULTS)\]|<(?:bos|eos|pad|unk)>|<\uff5c[^\uff5c<>\s]{1,40}\uff5c>|<\/?s>(?![A-Za-z])/g;
/** Another tag beside `<s>` makes it HTML. */
const HTML = /<\/?(?:p|br|div|span|a|b|i|u|li|ul|ol|td|tr|h[1-6]|html|body|del|strike|strong|em)\b/i;
/** A longer text is looked at to here; control tokens stand at the ends of turns, mostly at once. */
const LOOK = 1 << 20;

export const specialToken = defineRecordRule({
  id: 'residue/special-token',
  title: 'Control token in the text',
  why: 'Chat templates turn such text into real control tokens: the model learns forged turns, or to stop early.',
  mend: 'Remove the token from the text; the trainer adds its own.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { token: 'The {role} turn holds the control token {token}.' },
  sources: [
    {
      title: 'Hugging Face transformers, chat templates and special tokens',
      url: 'https://huggingface.co/docs/transformers/main/en/chat_templating',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      {
        title: 'code in a fence that talks of a token',
        record: {
          messages: [
            { role: 'user', content: 'How do I stop GPT-2?' },
            { role: 'assistant', content: 'Look for its end token:\n```\nstop = "<|endoftext|>"\n```' },
          ],
        },
      },
      {
        title: 'the HTML tag',
        record: {
          messages: [
            { role: 'user', content: 'Strike it out.' },
            { role: 'assistant', content: '<p><s>old</s> new</p>' },
          ],
        },
      },
    ],
    bad: [
      {
        title: 'an end token at the end of a completion',
        record: { prompt: '2+2=', completion: ' 4<|endoftext|>' },
        finds: [
          {
            message: 'token',
            pointer: '/completion',
            data: { role: 'assistant', token: '<|endoftext|>' },
          },
        ],
      },
      {
        title: 'a template in the prompt',
        record: {
          messages: [
            { role: 'user', content: '[INST] Hi [/INST]' },
            { role: 'assistant', content: 'Hello!</s>' },
          ],
        },
        finds: [
          { message: 'token', pointer: '/messages/0/content', data: { role: 'user', token: '[INST]' } },
          { message: 'token', pointer: '/messages/1/content', data: { role: 'assistant', token: '</s>' } },
        ],
      },
    ],
  },
  measured: { records: 98842, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: ({ hint }) => {
    const words = hint(WORDS);
    return (view, report) => {
      for (const turn of view.turns) {
        if ((turn.bits & (TextBits.less | TextBits.bracket)) === 0 || !turn.has(words)) continue;
        const found = firstToken(turn.text.slice(0, LOOK));
        if (found === undefined) continue;
        const { token, at } = found;
        report({
          message: 'token',
          pointer: textPointer(turn.message),
          data: { role: turn.role, token },
          near: at,
        });
      }
    };
  },
});

/** The first control token that does not stand in code. */
function firstToken(text: string): { token: string; at: number } | undefined {
  const coded = text.includes('`');
  for (const match of text.matchAll(TOKEN)) {
    const [token] = match;
    if (/^<\/?s>$/.test(token) && HTML.test(text)) continue;
    if (coded && inCode(text, match.index)) continue;
    return { token, at: match.index };
  }
  return undefined;
}

/** An odd number of fences before it, or of backticks in its line. */
function inCode(text: string, at: number): boolean {
  const before = text.slice(0, at);
  if ((before.split('```').length - 1) % 2 === 1) return true;
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return (line.split('`').length - 1) % 2 === 1;
}
