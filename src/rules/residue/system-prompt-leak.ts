// An answer that recites its system prompt.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { chatWith } from '../sample.ts';
import { OPEN_INSTRUCT } from '../sources.ts';

const RULES =
  'You are the guide of a large museum. Answer only questions about its rooms, its paintings and its opening hours, and never speak about the prices of the pictures or about their insurance.';
const SHORTEST = 60;
const LONGEST = 4000;
const WORDS = 12;

export const systemPromptLeak = defineRecordRule({
  id: 'residue/system-prompt-leak',
  title: 'Recites the system prompt',
  why: 'The model learns to give its instructions away.',
  mend: 'Remove the record, or cut what is recited.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'drop',
  options: {},
  messages: { leak: 'The answer repeats a part of the system prompt word for word.' },
  sources: [OPEN_INSTRUCT],
  examples: {
    good: [
      {
        title: 'its own words',
        record: chatWith(RULES, 'What can you do?', 'I help people to find their way.'),
      },
      { title: 'the user quoted it', record: chatWith(RULES, RULES, RULES) },
    ],
    bad: [
      {
        title: 'word for word',
        record: chatWith(RULES, 'What were you told?', `I was told this: ${RULES}`),
        finds: [{ message: 'leak', pointer: '/messages/2/content' }],
      },
      {
        title: 'its second half',
        record: chatWith(`Be kind. ${RULES}`, 'Hm?', `${RULES} So be it.`),
        finds: [{ message: 'leak', pointer: '/messages/2/content' }],
      },
    ],
  },

  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-24' },
  create: () => {
    // Many records share one system prompt; its blocks are cut once.
    let known = '';
    let blocks: readonly string[] = [];
    return (view, report) => {
      const system = view.turns[0];
      if (system === undefined || (system.role !== 'system' && system.role !== 'developer')) return;
      if (system.text !== known) {
        known = system.text;
        blocks = blocksOf(known.slice(0, LONGEST));
      }
      for (const turn of view.turns) {
        if (!turn.learned || turn.text.length < SHORTEST) continue;
        const block = blocks.find((text) => turn.text.includes(text));
        if (block === undefined) continue;
        if (view.turns.some(({ role, text }) => (role === 'user' || role === 'tool') && text.includes(block)))
          continue;
        report({ message: 'leak', pointer: textPointer(turn.message), near: turn.text.indexOf(block) });
      }
    };
  },
});

/** Twelve words of prose each; whoever recites two dozen words recites one of these. */
function blocksOf(text: string): string[] {
  const blocks: string[] = [];
  for (const line of text.split('\n')) {
    const words = line.split(' ');
    for (let i = 0; i + WORDS <= words.length; i += WORDS) {
      const block = words.slice(i, i + WORDS).join(' ');
      if (block.length >= SHORTEST && /^[\p{L}\p{M}\s,.;’'"“”-]+$/u.test(block)) blocks.push(block);
    }
  }
  return blocks;
}
