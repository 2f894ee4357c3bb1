// An answer that stops in the middle of a sentence.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { TextBits } from '../../model/text-bits.ts';
import { chat, pair } from '../sample.ts';
import { OPEN_INSTRUCT } from '../sources.ts';

const SHORTEST = 40;
/** Words that no English sentence ends with; after a small letter or a comma, so that titles and names do not count. */
const LAST_WORD =
  /[a-z,;] (the|and|or|but|of|with|from|as|which|is|are|was|were|their|its|because|than|into|would|could|should|has|have|had|when|if)$/;
const BARE_MARKER = /\n[ \t]*\d{1,2}\.$/;

export const truncatedStrong = defineRecordRule({
  id: 'content/truncated-strong',
  title: 'Answer stops mid-sentence',
  why: 'The model learns to stop in the middle of a sentence, where the generator had reached its limit of tokens.',
  mend: 'Write the rest, or remove the record.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'drop',
  options: {},
  messages: {
    word: 'The answer stops after “{text}”.',
    marker: 'The answer stops after an empty list item.',
  },
  sources: [OPEN_INSTRUCT],
  examples: {
    good: [
      {
        title: 'a whole sentence',
        record: chat('Why?', 'Because it was raining the whole day, and we had nothing to do.'),
      },
      {
        title: 'a sentence to be finished',
        record: chat(
          'Give me the beginning of a sentence that I can finish.',
          'When I was young I lived in a house with the',
        ),
      },
      {
        title: 'a title',
        record: chat('A title?', 'Something Old, Something New and the Love I Believe In'),
      },
    ],
    bad: [
      {
        title: 'after an article',
        record: chat('Describe a forest.', 'The forest is a quiet place where the light falls through the'),
        finds: [{ message: 'word', pointer: '/messages/1/content', data: { text: 'the' } }],
      },
      {
        title: 'after a conjunction',
        record: pair('Describe a forest.', 'It is quiet there. Deer and foxes live in it, and'),
        finds: [{ message: 'word', pointer: '/completion', data: { text: 'and' } }],
      },
      {
        title: 'a bare marker',
        record: chat(
          'List three animals of the forest.',
          'Animals of the forest are:\n1. Deer\n2. Foxes\n3.',
        ),
        finds: [{ message: 'marker', pointer: '/messages/1/content' }],
      },
    ],
  },
  measured: { records: 48653, flagged: 4, inspected: 4, wrong: 0, on: '2026-11-24' },
  create: ({ hint }) => {
    const about = hint([
      'complete',
      'finish',
      'unfinished',
      'fill in',
      'blank',
      'beginning',
      'start of',
      'first line',
      'first half',
      'continu',
      'prefix',
      'next word',
      'headline',
      'title',
      'starter',
      'opening',
      'phrase',
      'preposition',
      'conjunction',
      'article',
      'rhyme',
      'rearrange',
      'reverse',
      'word',
      'prompt',
      'code',
      'translat',
    ]);
    return (view, report) => {
      for (const turn of view.turns) {
        const { text } = turn;
        if (!turn.learned || text.length < SHORTEST || !isLetterOrDot(text.charCodeAt(text.length - 1)))
          continue;
        const end = text.slice(-60);
        const word = LAST_WORD.exec(end)?.[1];
        const marker = word === undefined && (turn.bits & TextBits.lineFeed) !== 0 && BARE_MARKER.test(end);
        if ((word === undefined && !marker) || view.promptHas(about)) continue;
        const pointer = textPointer(turn.message);
        if (word === undefined) report({ message: 'marker', pointer, near: text.length - 10 });
        else report({ message: 'word', pointer, data: { text: word }, near: text.length - 10 });
      }
    };
  },
});

const isLetterOrDot = (unit: number): boolean => (unit > 96 && unit < 123) || unit === 46;
