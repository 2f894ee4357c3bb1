// The assistant says the same twice in one conversation.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule, type Turn } from '../../model/rule.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

const SHORTEST = 20;

export const repeatedTurn = defineRecordRule({
  id: 'roles/repeated-turn',
  title: 'Answer given twice',
  why: 'Either a turn was copied, or the model learns to repeat itself.',
  mend: 'Remove the copy, or write the answer that belongs there.',
  severity: 'warning',
  kinds: ['conversation'],
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { repeated: 'The answer repeats the one of turn {turn}.' },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      {
        title: 'a short one',
        record: {
          messages: [
            { role: 'user', content: 'Fine?' },
            { role: 'assistant', content: 'Yes.' },
            { role: 'user', content: 'Good?' },
            { role: 'assistant', content: 'Yes.' },
          ],
        },
      },
      {
        title: 'different ones',
        record: {
          messages: [
            { role: 'user', content: 'Capital of Peru?' },
            { role: 'assistant', content: 'The capital of Peru is Lima.' },
            { role: 'user', content: 'Of Chile?' },
            { role: 'assistant', content: 'The capital of Chile is Santiago.' },
          ],
        },
      },
    ],
    bad: [
      {
        title: 'a copy',
        record: {
          messages: [
            { role: 'user', content: 'Capital of Peru?' },
            { role: 'assistant', content: 'The capital of Peru is Lima.' },
            { role: 'user', content: 'Of Chile?' },
            { role: 'assistant', content: 'The capital of Peru is Lima.' },
          ],
        },
        finds: [{ message: 'repeated', pointer: '/messages/3/content', data: { turn: 2 } }],
      },
      {
        title: 'after another turn',
        record: {
          messages: [
            { role: 'user', content: 'A story?' },
            { role: 'assistant', content: 'Once upon a time there was a king.' },
            { role: 'user', content: 'On!' },
            { role: 'assistant', content: 'He had a daughter.' },
            { role: 'user', content: 'On!' },
            { role: 'assistant', content: 'Once upon a time there was a king.' },
          ],
        },
        finds: [{ message: 'repeated', pointer: '/messages/5/content', data: { turn: 2 } }],
      },
    ],
  },
  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-24' },
  create: () => (view, report) => {
    const { turns } = view;
    if (turns.length < 4) return;
    let said: Map<string, Turn> | undefined;
    for (const turn of turns) {
      if (!turn.learned || turn.text.length < SHORTEST) continue;
      said ??= new Map();
      const before = said.get(turn.text);
      if (before === undefined) said.set(turn.text, turn);
      // Who asks the same again gets the same answer.
      else if (turns[before.number - 2]?.text !== turns[turn.number - 2]?.text) {
        report({ message: 'repeated', pointer: textPointer(turn.message), data: { turn: before.number } });
      }
    }
  },
});
