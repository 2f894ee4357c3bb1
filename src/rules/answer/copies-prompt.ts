// The answer begins with the whole question.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule, type Turn } from '../../model/rule.ts';
import { chat, pair } from '../sample.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

const SHORTEST = 40;

export const copiesPrompt = defineRecordRule({
  id: 'answer/copies-prompt',
  title: 'Answer begins with the question',
  why: 'The set was made by a model that returned its prompt as well; the model learns to repeat the question first.',
  mend: 'Cut the question from the answer.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: { copy: 'The answer begins with the whole text of the question.' },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      {
        title: 'a few words of it',
        record: chat(
          'What is the capital of the republic of Peru in South America?',
          'The capital of the republic of Peru is Lima.',
        ),
      },
      {
        title: 'a text to be continued',
        record: chat(
          'Continue: Once upon a time there was a king who had a daughter.',
          'Once upon a time there was a king who had a daughter. She was happy.',
        ),
      },
    ],
    bad: [
      {
        title: 'word for word',
        record: chat(
          'What is the capital of the republic of Peru in South America?',
          'What is the capital of the republic of Peru in South America? It is Lima.',
        ),
        finds: [{ message: 'copy', pointer: '/messages/1/content' }],
      },
      {
        title: 'in other letters',
        record: pair(
          'Q: What is the capital of the republic of Peru?\nA:',
          'q: what is the capital of the republic of peru? a: Lima',
        ),
        finds: [{ message: 'copy', pointer: '/completion' }],
      },
    ],
  },
  measured: { records: 55597, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-24' },
  create: ({ hint }) => {
    const about = hint([
      'continu',
      'complete',
      'finish',
      'rewrite',
      'edit',
      'correct',
      'fix',
      'translat',
      'repeat',
      'quote',
      'add ',
      'append',
      'extend',
      'expand',
      'insert',
      'modify',
      'code',
      'format',
      'convert',
      'punctuat',
      'grammar',
      'improve',
      'paraphras',
      'proofread',
      'solve',
      'simplify',
      'equation',
      '改',
      '翻译',
      '续',
      '完成',
    ]);
    return (view, report) => {
      let asked: Turn | undefined;
      let askedTwice = false;
      for (const turn of view.turns) {
        if (turn.role === 'user') {
          askedTwice = asked !== undefined && asked.number === turn.number - 1;
          asked = turn;
        }
        if (!turn.learned || asked === undefined || askedTwice || turn.text.length <= asked.text.length)
          continue;
        if (asked.text.length < SHORTEST || !beginsAlike(turn.text, asked.text)) continue;
        if (!turn.folded.startsWith(asked.folded) || view.promptHas(about)) continue;
        report({ message: 'copy', pointer: textPointer(turn.message) });
      }
    };
  },
});

/** A cheap no for nearly all: the first letters differ. */
const beginsAlike = (a: string, b: string): boolean =>
  a.slice(0, 8).trimStart().toLowerCase().slice(0, 4) === b.slice(0, 8).trimStart().toLowerCase().slice(0, 4);
