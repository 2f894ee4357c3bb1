// The user talks like an assistant.

import { defineRecordRule } from '../../model/rule.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

const OPENER =
  /^\s{0,9}(?:(?:Sure|Certainly|Of course)[,!.] ?(?:here|I|it|the|let)\b|(?:I['’]d|I would) be happy to\b|How (?:can|may) I (?:help|assist) you)/i;
const OFFER = /(?:let me know if you (?:need|have)|hope this helps)[^\n]{0,60}$/i;

export const likelySwapped = defineRecordRule({
  id: 'roles/likely-swapped',
  title: 'Roles seem to be swapped',
  why: 'With the roles swapped, the model learns to ask instead of to answer.',
  mend: 'Swap the roles, if it is so.',
  severity: 'warning',
  kinds: ['conversation'],
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { swapped: '{count#turn} of the user sound like an assistant, none of the assistant do.' },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      {
        title: 'as it should be',
        record: {
          messages: [
            { role: 'user', content: 'Capital of Peru?' },
            { role: 'assistant', content: 'Sure! It is Lima. Let me know if you need more.' },
          ],
        },
      },
      {
        title: 'one polite user',
        record: {
          messages: [
            { role: 'user', content: 'Sure, go on.' },
            { role: 'assistant', content: 'It is Lima.' },
          ],
        },
      },
    ],
    bad: [
      {
        title: 'offers of the user',
        record: {
          messages: [
            { role: 'user', content: 'Sure, here is the list you asked for. Let me know if you need more.' },
            { role: 'assistant', content: 'Thanks! And of Chile?' },
            { role: 'user', content: 'Certainly! It is Santiago. I hope this helps!' },
            { role: 'assistant', content: 'Yes.' },
          ],
        },
        finds: [{ message: 'swapped', pointer: '', data: { count: 2 } }],
      },
      {
        title: 'two openers',
        record: {
          messages: [
            { role: 'user', content: 'How can I help you today?' },
            { role: 'assistant', content: 'I lost my card.' },
            { role: 'user', content: 'I’d be happy to help. Which card is it?' },
            { role: 'assistant', content: 'The blue one.' },
          ],
        },
        finds: [{ message: 'swapped', pointer: '', data: { count: 2 } }],
      },
    ],
  },
  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-24' },
  create: ({ hint }) => {
    const words = hint([
      'sure',
      'certainly',
      'of course',
      'be happy to',
      'can i help',
      'can i assist',
      'let me know if',
      'hope this helps',
    ]);
    return (view, report) => {
      if (view.turns.length < 3 || !view.promptHas(words)) return;
      let count = 0;
      for (const turn of view.turns) {
        if (turn.role !== 'user' && turn.role !== 'assistant') continue;
        if (!turn.has(words) || !(OPENER.test(turn.text) || OFFER.test(turn.text.slice(-100)))) continue;
        if (turn.role === 'assistant') return;
        count += 1;
      }
      if (count > 1) report({ message: 'swapped', pointer: '', data: { count } });
    };
  },
});
