// A code fence that is opened and never closed.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { beginning } from '../../text/find-all.ts';
import { chat, pair } from '../sample.ts';

const FENCE = /^ {0,3}(`{3,}|~{3,})([^\n]*)/gm;

export const unbalancedFence = defineRecordRule({
  id: 'content/unbalanced-fence',
  title: 'Code fence not closed',
  why: 'Everything after it is shown as code, and often the answer was cut off there.',
  mend: 'Close the fence, or write the rest of the code.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { open: 'A code fence is opened and never closed.' },
  sources: [{ title: 'CommonMark, fenced code blocks' }],
  examples: {
    good: [
      { title: 'closed', record: chat('Code?', '```js\n1\n```') },
      { title: 'a fence within a longer one', record: chat('Show a fence.', '````md\n```js\n1\n```\n````') },
      { title: 'three backticks in a line', record: chat('How?', 'Use ``` to open a fence.') },
    ],
    bad: [
      {
        title: 'cut off',
        record: chat('Code?', 'Here:\n```js\nlet a = 1;'),
        finds: [{ message: 'open', pointer: '/messages/1/content' }],
      },
      {
        title: 'closed by another mark',
        record: pair('Code?', '~~~\na\n```'),
        finds: [{ message: 'open', pointer: '/completion' }],
      },
    ],
  },
  measured: { records: 48653, flagged: 4, inspected: 4, wrong: 0, on: '2026-11-24' },
  create: ({ hint }) => {
    const words = hint(['```', '~~~']);
    return (view, report) => {
      for (const turn of view.turns) {
        if (!turn.learned || !turn.has(words)) continue;
        const at = openFence(beginning(turn.text));
        if (at !== undefined && turn.text.length === beginning(turn.text).length) {
          report({ message: 'open', pointer: textPointer(turn.message), near: at });
        }
      }
    };
  },
});

/** Where the fence begins that is open at the end. */
function openFence(text: string): number | undefined {
  let open: { mark: string; at: number } | undefined;
  for (const match of text.matchAll(FENCE)) {
    const [, mark = '', rest = ''] = match;
    if (open === undefined) {
      // Backticks after the mark make it inline code.
      if (mark[0] !== '`' || !rest.includes('`')) open = { mark, at: match.index };
    } else if (mark[0] === open.mark[0] && mark.length >= open.mark.length && rest.trim() === '') {
      open = undefined;
    }
  }
  return open?.at;
}
