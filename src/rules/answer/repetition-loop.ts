// The answer goes round in a circle.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule, type Turn } from '../../model/rule.ts';
import { TextBits } from '../../model/text-bits.ts';
import { ASKED_TO_REPEAT } from '../asked-to-repeat.ts';
import { chat, pair } from '../sample.ts';
import { DOLMA, OPEN_INSTRUCT } from '../sources.ts';

const SHORTEST = 30;
/** Characters at the end that are looked at for a loop of words. */
const TAIL = 400;
const LONGEST_PERIOD = 13;
/** Code and tables say the same line again for good reason. */
const CODE = /^\s*\||[<>(){}[\];=]/;
const MOST_LINES = 4;
const MOST_CHARACTERS = 20;
const STRIDE = 10;
/** Rulers, blanks and digits are drawn in long rows. */
const DRAWN = /[\s\d\-=_*.#~+|─━═█▁░▒▓…·!?<>\\/]/u;

export const repetitionLoop = defineRecordRule({
  id: 'answer/repetition-loop',
  title: 'Answer repeats itself without end',
  why: 'The generator was caught in a loop; the model learns to go on like that, and such runs can upset training.',
  mend: 'Cut the answer where the loop begins, or remove the record.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'suggest',
  options: {},
  messages: {
    words: 'The same {count#word} come {times} times in a row at the end: “{text}”.',
    character: 'The character “{text}” comes {times} times in a row.',
    line: 'The same line comes {times} times in a row: “{text}”.',
  },
  sources: [DOLMA, OPEN_INSTRUCT],
  examples: {
    good: [
      {
        title: 'a refrain that was asked for',
        record: chat('Write a song.', 'La la la la la la la la la la la la la la.'),
      },
      { title: 'a ruler', record: chat('Title?', 'Title\n--------------------------------') },
      { title: 'a table of zeros', record: chat('Zeros?', '0 0 0 0') },
    ],
    bad: [
      {
        title: 'words',
        record: chat(
          'Describe it.',
          'It is big, and it is very very very very very very very very very very very',
        ),
        finds: [
          { message: 'words', pointer: '/messages/1/content', data: { count: 1, times: 11, text: 'very' } },
        ],
      },
      {
        title: 'a phrase',
        record: pair(
          'Describe it.',
          'It is the end of the day. the end of the day. the end of the day. the end of the day. the end of the day.',
        ),
        finds: [
          {
            message: 'words',
            pointer: '/completion',
            data: { count: 5, times: 5, text: 'the end of the day.' },
          },
        ],
      },
      {
        title: 'letters',
        record: chat('Describe it.', 'It is sooooooooooooooooooooooo big.'),
        finds: [{ message: 'character', pointer: '/messages/1/content', data: { text: 'o', times: 23 } }],
      },
      {
        title: 'lines',
        record: chat(
          'Describe it.',
          'It is:\nA very good thing.\nA very good thing.\nA very good thing.\nA very good thing.\nAnd more.',
        ),
        finds: [
          { message: 'line', pointer: '/messages/1/content', data: { times: 4, text: 'A very good thing.' } },
        ],
      },
    ],
  },
  measured: { records: 55597, flagged: 1, inspected: 1, wrong: 0, on: '2026-11-24' },
  create: ({ hint }) => {
    const about = hint(ASKED_TO_REPEAT);
    return (view, report) => {
      for (const turn of view.turns) {
        if (!turn.learned || turn.text.length < SHORTEST) continue;
        const loop = wordLoop(turn.text) ?? characterLoop(turn.text) ?? lineLoop(turn);
        if (loop === undefined || view.promptHas(about)) continue;
        const { message, at, ...data } = loop;
        report({ message, pointer: textPointer(turn.message), data, near: at });
      }
    };
  },
});

/** The last words, as often as they come again going backwards; one word six times, several four times. */
function wordLoop(text: string) {
  if (!comesBack(text)) return undefined;
  const words = text.slice(-TAIL).split(/\s+/);
  for (let period = 1; period <= LONGEST_PERIOD; period += 1) {
    let same = 0;
    for (let i = words.length - 1; i >= period && words[i] === words[i - period]; i -= 1) same += 1;
    const times = Math.floor(same / period) + 1;
    if (times < (period === 1 ? 6 : 4) || same < 8) continue;
    const phrase = words.slice(-period).join(' ');
    // Numbers, table cells and marks repeat where nothing is wrong.
    if (!/\p{L}{2}/u.test(phrase)) return undefined;
    return { message: 'words', at: text.length - 1, count: period, times, text: phrase } as const;
  }
  return undefined;
}

/** A cheap no for nearly all: the last word stands three times before itself within reach. */
function comesBack(text: string): boolean {
  const tail = text.slice(-TAIL);
  let at = tail.lastIndexOf(' ', tail.length - 2);
  const word = tail.slice(at, -1);
  for (let times = 0; times < 3; times += 1) {
    if (at <= 0) return false;
    at = tail.lastIndexOf(word, at - 1);
  }
  return at >= 0;
}

/** Looks at every tenth character: a run of twenty holds one of them and the nine behind it. */
function characterLoop(text: string) {
  const end = Math.min(text.length, 20_000) - STRIDE;
  for (let i = 0; i < end; i += STRIDE) {
    const unit = text.charCodeAt(i);
    if (unit !== text.charCodeAt(i + STRIDE - 1) || unit !== text.charCodeAt(i + 4)) continue;
    const char = text[i] ?? '';
    if (DRAWN.test(char)) continue;
    let from = i;
    let to = i;
    while (from > 0 && text.charCodeAt(from - 1) === unit) from -= 1;
    while (to + 1 < text.length && text.charCodeAt(to + 1) === unit) to += 1;
    const times = to - from + 1;
    if (times >= MOST_CHARACTERS) return { message: 'character', at: from, text: char, times } as const;
  }
  return undefined;
}

function lineLoop(turn: Turn) {
  if ((turn.bits & TextBits.lineFeed) === 0) return undefined;
  const { text } = turn;
  let start = 0;
  let before = '';
  let run = 1;
  while (start < text.length && start < 100_000) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    // Most neighbours differ in length already.
    if (end - start === before.length && before.length > 9 && text.startsWith(before, start)) {
      run += 1;
      if (run === MOST_LINES && /\p{L}{3}/u.test(before) && !CODE.test(before)) {
        return {
          message: 'line',
          at: start,
          times: linesAlike(text, before, end) + run,
          text: before.trim(),
        } as const;
      }
    } else {
      before = text.slice(start, end);
      run = 1;
    }
    start = end + 1;
  }
  return undefined;
}

function linesAlike(text: string, line: string, from: number): number {
  let more = 0;
  for (let at = from; text.startsWith(`\n${line}`, at); at += line.length + 1) more += 1;
  return more;
}
