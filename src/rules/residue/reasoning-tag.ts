// A tag of reasoning that is not closed, not opened, or inside another.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { withoutCode } from '../../text/code-spans.ts';
import { beginning } from '../../text/find-all.ts';
import { chat, pair } from '../sample.ts';
import { OPEN_INSTRUCT } from '../sources.ts';

const TAG = /<(\/?)(think|thinking|thought|reasoning|scratchpad|reflection)>/g;

export const reasoningTag = defineRecordRule({
  id: 'residue/reasoning-tag',
  title: 'Broken reasoning tags',
  why: 'Whoever splits reasoning from answer by these tags gets neither, and the model learns to break them.',
  mend: 'Close every block once, before the answer.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: {
    unclosed: '{tag} is opened and never closed.',
    unopened: '{tag} is closed and was never opened.',
    nested: '{tag} is opened inside another block.',
  },
  sources: [OPEN_INSTRUCT],
  examples: {
    good: [
      { title: 'one block', record: chat('2+2?', '<think>Two and two.</think>4') },
      { title: 'a question about the tag', record: chat('What does <think> do?', 'It opens: <think>') },
      { title: 'in code', record: chat('Show it.', '`<think>` opens a block.') },
    ],
    bad: [
      {
        title: 'never closed',
        record: chat('2+2?', '<think>Two and two. 4'),
        finds: [{ message: 'unclosed', pointer: '/messages/1/content', data: { tag: '<think>' } }],
      },
      {
        title: 'never opened',
        record: chat('2+2?', 'Two and two.</think>4'),
        finds: [{ message: 'unopened', pointer: '/messages/1/content', data: { tag: '</think>' } }],
      },
      {
        title: 'twice',
        record: pair('2+2?', '<think>Two <think>and two.</think>4'),
        finds: [{ message: 'nested', pointer: '/completion', data: { tag: '<think>' } }],
      },
    ],
  },

  measured: { records: 55597, flagged: 1, inspected: 1, wrong: 0, on: '2026-11-24' },
  create: ({ hint }) => {
    const words = hint([
      '<think',
      '</think',
      '<thought',
      '</thought',
      '<reasoning',
      '</reasoning',
      '<scratchpad',
      '</scratchpad',
      '<reflection',
      '</reflection',
    ]);
    return (view, report) => {
      for (const turn of view.turns) {
        if (!turn.learned || !turn.has(words)) continue;
        const fault = faultIn(withoutCode(beginning(turn.text)));
        if (fault === undefined || view.promptHas(words)) continue;
        const { message, tag, at } = fault;
        report({ message, pointer: textPointer(turn.message), data: { tag }, near: at });
      }
    };
  },
});

function faultIn(text: string) {
  let open: { tag: string; at: number } | undefined;
  for (const { 0: tag, 1: slash, index: at } of text.matchAll(TAG)) {
    if (slash === '') {
      if (open !== undefined) return { message: 'nested', tag, at } as const;
      open = { tag, at };
    } else if (open === undefined) {
      return { message: 'unopened', tag, at } as const;
    } else {
      open = undefined;
    }
  }
  return open === undefined ? undefined : ({ message: 'unclosed', ...open } as const);
}
