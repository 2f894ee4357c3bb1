// An answer that Axolotl does not find again in the rendered conversation, and therefore cuts at the wrong place.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule, type Turn } from '../../model/rule.ts';

/** What chat templates say before an answer: an answer that stands in it is found there first. */
const HEADERS =
  '<|begin_of_text|><|start_header_id|>system<|end_header_id|>\n\nuser<|eot_id|>assistant\n\n' +
  '<|im_start|>system\nYou are a helpful assistant.<|im_end|>\n<|im_start|>assistant\n' +
  '<bos><start_of_turn>user\n<end_of_turn>\n<start_of_turn>model\n';

const pair = (chosen: string, rejected = 'It is 5.') => ({
  prompt: 'How much is 2 and 2?',
  chosen,
  rejected,
});

export const findableAnswer = defineRecordRule({
  id: 'target/axolotl-findable-answer',
  title: 'Answer that Axolotl does not find again',
  why: 'With chat_template.default, Axolotl renders the answer and searches for its text: templates that trim have no white space at its edges, and a very short answer is found in the words of the template first, so that one letter, nothing or part of the template is learned.',
  mend: 'Trim the answers, write short ones as a sentence, or use the types chatml or llama3.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: {
    space: 'The answer begins or ends with white space.',
    short: 'The answer is so short that the words of chat templates contain it.',
  },
  sources: [
    {
      title: 'Axolotl, prompt_strategies/dpo/chat_template.py at 067b021, run over its templates',
      url: 'https://github.com/axolotl-ai-cloud/axolotl',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      { title: 'sentences', target: 'axolotl-dpo', record: pair('It is 4.') },
      { title: 'a short answer that no template has', target: 'axolotl-dpo', record: pair('Four') },
    ],
    bad: [
      {
        title: 'a line break at the end',
        target: 'axolotl-dpo',
        record: pair('It is 4.\n'),
        finds: [{ message: 'space', pointer: '/chosen' }],
      },
      {
        title: 'a letter, and a word of the template',
        target: 'axolotl-dpo',
        record: pair('a', 'user'),
        finds: [
          { message: 'short', pointer: '/chosen' },
          { message: 'short', pointer: '/rejected' },
        ],
      },
    ],
  },
  create: () => (view, report) => {
    const judge = (turn: Turn | undefined): void => {
      if (turn === undefined || turn.text === '') return;
      const { text, message } = turn;
      const pointer = textPointer(message);
      if (text.trim() !== text) report({ message: 'space', pointer });
      else if (HEADERS.includes(text)) report({ message: 'short', pointer });
    };
    judge(view.turns.at(-1));
    judge(view.rejected.at(-1));
  },
});
