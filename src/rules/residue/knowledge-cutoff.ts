// “As of my last update”: a date that is not the trained model’s.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { findAll } from '../../text/find-all.ts';
import { chat } from '../sample.ts';
import { OPEN_INSTRUCT } from '../sources.ts';

const CUTOFF =
  /\b(?:my )?knowledge cut-?off\b|\bas of my (?:last|latest|most recent) (?:knowledge )?(?:update|training)|\bmy (?:training )?(?:data|knowledge) (?:only )?(?:goes|extends|is current|is up to date) (?:up to|to|until|as of|only)|\bmy knowledge was last updated|知识截止(?:日期|到|于)|我的知识(?:库)?(?:更新|截止)/gi;

export const knowledgeCutoff = defineRecordRule({
  id: 'residue/knowledge-cutoff',
  title: 'Another model’s cut-off date',
  why: 'The trained model will give the date of the model that wrote the data.',
  mend: 'Cut the sentence.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { cutoff: 'The answer speaks of its last update: “{text}”.' },
  sources: [OPEN_INSTRUCT],
  examples: {
    good: [
      {
        title: 'it was asked',
        record: chat('What is your knowledge cutoff?', 'My knowledge cutoff is 2023.'),
      },
      { title: 'of a page', record: chat('How old is it?', 'The page was last updated in March 2021.') },
    ],
    bad: [
      {
        title: 'the usual words',
        record: chat('Who is president?', 'As of my last update, it was Ann.'),
        finds: [
          { message: 'cutoff', pointer: '/messages/1/content', data: { text: 'As of my last update' } },
        ],
      },
      {
        title: 'data that ends',
        record: chat('Who won?', 'My data only goes up to 2021.'),
        finds: [
          { message: 'cutoff', pointer: '/messages/1/content', data: { text: 'My data only goes up to' } },
        ],
      },
    ],
  },

  measured: { records: 55597, flagged: 1, inspected: 1, wrong: 0, on: '2026-11-24' },
  create: ({ hint }) => {
    const words = hint([
      'cutoff',
      'cut-off',
      'as of my',
      'my knowledge',
      'my data',
      'my training',
      '我的知识',
      '知识截止',
    ]);
    const about = hint(['cutoff', 'cut-off', 'last update', 'language model', 'training data']);
    return (view, report) => {
      for (const turn of view.turns) {
        if (!turn.learned || !turn.has(words)) continue;
        const found = findAll(turn.text, CUTOFF);
        if (found === undefined || view.promptHas(about)) continue;
        report({
          message: 'cutoff',
          pointer: textPointer(turn.message),
          data: { text: found.text },
          near: found.at,
        });
      }
    };
  },
});
