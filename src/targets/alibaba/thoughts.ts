// Thoughts between think tags: at the start of the last answer, each tag on a line of its own.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule, type Turn } from '../../model/rule.ts';
import { TextBits } from '../../model/text-bits.ts';
import { RULES } from './service.ts';

const OPEN = '<think>';
const user = { role: 'user', content: 'How much is 2 and 2?' };
const says = (content: string) => ({ role: 'assistant', content });
const right = says('<think>\nTwo and two.\n</think>\n\nIt is 4.');

export const thoughts = defineRecordRule({
  id: 'target/alibaba-thoughts',
  title: 'Thoughts out of place',
  why: 'Model Studio wants <think>, a line break, the thoughts, a line break, </think> and two line breaks at the start of the last answer, and no thoughts in earlier ones.',
  mend: 'Write the line breaks, and remove the thoughts of earlier answers.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: {
    early: 'Thoughts stand in an answer that is not the last.',
    form: 'The tags of the thoughts do not stand on lines of their own.',
  },
  sources: [RULES],
  examples: {
    good: [
      { title: 'as documented', target: 'alibaba-sft', record: { messages: [user, right] } },
      { title: 'none', target: 'alibaba-sft', record: { messages: [user, says('It is 4.')] } },
    ],
    bad: [
      {
        title: 'no line breaks',
        target: 'alibaba-sft',
        record: { messages: [user, says('<think>Two and two.</think>It is 4.')] },
        finds: [{ message: 'form', pointer: '/messages/1/content' }],
      },
      {
        title: 'in an earlier answer',
        target: 'alibaba-sft',
        record: { messages: [user, right, user, right] },
        finds: [{ message: 'early', pointer: '/messages/1/content' }],
      },
    ],
  },
  create: () => (view, report) => {
    const answers = [...view.turns, ...view.rejected].filter(({ role }) => role === 'assistant');
    const last = view.turns.findLast(({ role }) => role === 'assistant');
    for (const turn of answers) {
      if ((turn.bits & TextBits.less) === 0 || !turn.text.includes(OPEN)) continue;
      const isLast = turn === last || view.rejected.includes(turn);
      const message = isLast ? (isWellFormed(turn) ? undefined : 'form') : 'early';
      if (message !== undefined) report({ message, pointer: textPointer(turn.message) });
    }
  },
});

function isWellFormed({ text }: Turn): boolean {
  if (!text.startsWith(`${OPEN}\n`)) return false;
  const end = text.indexOf('</think>');
  return end > 0 && text[end - 1] === '\n' && text.startsWith('\n\n', end + '</think>'.length);
}
