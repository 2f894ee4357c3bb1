// The question lists what may be answered, and the answer is something else.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { foldText } from '../../text/normal-forms.ts';
import { statedOptions } from '../../text/stated-options.ts';
import { chat, pair } from '../sample.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

/** A longer answer does more than choose. */
const LONGEST = 40;
const MOST_WORDS = 4;
/** Answers that stand beside any list. */
const BESIDE = /^(?:none|neither|both|all|no|yes|not|unknown|n\/a|other|either|any|cannot|can't|depends)\b/;

export const optionsMismatch = defineRecordRule({
  id: 'labels/options-mismatch',
  title: 'Answer is none of the options',
  why: 'The model learns to answer beside the list that it is given.',
  mend: 'Answer with one of the options as it is written in the question, or add the answer to them.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { beside: 'The options are {options}; the answer is {answer}.' },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      {
        title: 'one of them',
        record: chat('Is it good?\nOptions: positive, negative', 'Positive'),
        goal: 'classification',
      },
      {
        title: 'its letter',
        record: chat('What flows?\nOptions:\nA) water\nB) stone\nC) wood', 'A'),
        goal: 'classification',
      },
      {
        title: 'a free answer',
        record: chat(
          'Choose one of the following colours: red, green, blue',
          'I would take the colour of the sky, which is clear today and calms me.',
        ),
        goal: 'classification',
      },
      { title: 'a list to go on with', record: chat('Add one.\nOptions: dog, cat', 'fish') },
      {
        title: 'beside any list',
        record: pair('Who won?\nOptions: Ann, Bob', 'Neither of them'),
        goal: 'classification',
      },
    ],
    bad: [
      {
        title: 'another label',
        record: chat('Is it good?\nOptions: positive, negative', 'neutral'),
        goal: 'classification',
        finds: [
          {
            message: 'beside',
            pointer: '/messages/1/content',
            data: { options: 'positive, negative', answer: 'neutral' },
          },
        ],
      },
      {
        title: 'a list of bullets',
        record: pair(
          'Sort the ticket. Choose one of the following:\n- billing\n- fault\n- praise',
          'shipping',
        ),
        goal: 'classification',
        finds: [
          {
            message: 'beside',
            pointer: '/completion',
            data: { options: 'billing, fault, praise', answer: 'shipping' },
          },
        ],
      },
    ],
  },
  measured: { records: 24216, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-25' },
  create: ({ hint, goal }) => {
    // Elsewhere a list may be there to be gone on with.
    if (goal !== 'classification') return () => {};
    const lists = hint([
      'options:',
      'choices:',
      'one of the following',
      'choose one of',
      'choose from',
      'labels:',
    ]);
    return (view, report) => {
      if (!view.promptHas(lists)) return;
      const last = view.turns.at(-1);
      if (last?.learned !== true || last.text.length > LONGEST || last.text.split(/\s+/).length > MOST_WORDS)
        return;
      const question = view.turns.findLast(({ role }) => role === 'user');
      if (question === undefined) return;
      const options = statedOptions(question.text);
      if (options.length < 2) return;
      const answer = foldText(last.text).replace(/^["'“‘([]+|["'”’).\]]+$/g, '');
      if (answer === '' || BESIDE.test(answer)) return;
      const chosen = options.some(({ key, text }) => {
        const option = foldText(text);
        return (
          (key !== '' && (answer === key || answer.startsWith(`${key})`) || answer.startsWith(`${key}.`))) ||
          answer.includes(option) ||
          option.includes(answer)
        );
      });
      if (chosen) return;
      report({
        message: 'beside',
        pointer: textPointer(last.message),
        data: {
          options: options
            .map(({ text }) => text)
            .join(', ')
            .slice(0, 80),
          answer: last.text.trim(),
        },
      });
    };
  },
});
