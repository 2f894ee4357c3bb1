// Answers that end without a closing mark, in a set where nearly all have one.

import { share } from '../../model/option.ts';
import { defineDatasetRule } from '../../model/rule.ts';
import { addPlace, emptyPlaces, mergePlaces, type Places, relatedPlaces } from '../../tally/places.ts';
import { chat, many, pair } from '../sample.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

interface State {
  long: number;
  readonly open: Places;
}

const SHORTEST = 200;
const LEAST = 50;
const LONG =
  'A number is what we count with, and people have counted since they first had fingers and things worth counting. '.repeat(
    2,
  );
const CLOSED =
  /(?:[.!?…:;"'”’»›)\]}`*_~|>。！？」』）।؟\d\p{Script=Thai}]|\p{Extended_Pictographic}\uFE0F?)$/u;
/** A list item, a heading, a table row, code, a link, a line with a name before it, or a tag is no sentence. */
const NO_SENTENCE =
  /^(?:\s|[-*•+#|>]|\/\/|(?:\d{1,3}|[A-Z])[.)]|[^\n:]{1,40}: |https?:)|[{}=;<>|]|https?:\/\/|\s\S*[#@]\S+$|\/\/$/;
/** Numbers of a list that is written in one line. */
const LISTED = /\s\d{1,3}[.)]\s[^.!?]{1,60}$/;
const SIGNATURE =
  /(?:sincerely|regards|cheers|love|thanks|thank you|wishes|yours)[,.!]?\s[^\n]{0,50}(?:\n[^\n]{0,50}){0,2}$/i;

export const truncatedWeak = defineDatasetRule({
  id: 'content/truncated-weak',
  title: 'Answers without a closing mark',
  why: 'Where nearly all answers end in a full stop, those that do not were mostly cut off.',
  mend: 'Look whether the end is missing; write it, or remove the record.',
  severity: 'info',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: { closed: share(0.95, 'The share of long answers that has to end in a closing mark.') },
  messages: { open: '{count#long answer} end without a closing mark; {share} % of the others have one.' },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      {
        title: 'all closed',
        records: many(60, (n) => chat(`Tell me about ${n}.`, `${LONG} It is number ${n}.`)),
      },
      {
        title: 'verses, and tags behind a message',
        records: many(60, (n) =>
          chat(
            `Tell me about ${n}.`,
            n === 3
              ? `${LONG}\nThe number three is near to me\nIt stands alone like leaf and tree, and like the rain upon the sea`
              : n === 4
                ? `${LONG} It was a day to remember with all of our friends #Numbers #Four`
                : `${LONG} It is number ${n}.`,
          ),
        ),
      },
      {
        title: 'half of them open: it is the style',
        records: many(60, (n) =>
          chat(
            `Tell me about ${n}.`,
            `${LONG} It is number ${n}${n % 2 ? '.' : ' of the numbers that there are in the world'}`,
          ),
        ),
      },
    ],
    bad: [
      {
        title: 'three open',
        records: many(100, (n) =>
          chat(
            `Tell me about ${n}.`,
            n < 3
              ? `${LONG} It goes on to say that number ${n} has never been divided by others`
              : `${LONG} It is number ${n}.`,
          ),
        ),
        finds: [{ message: 'open', pointer: '', data: { count: 3, share: 97 } }],
      },
      {
        title: 'one open',
        records: many(60, (n) =>
          pair(
            `Tell me about ${n}.`,
            n === 7
              ? `${LONG} It goes on to say that number ${n} has never been divided by others`
              : `${LONG} It is number ${n}.`,
          ),
        ),
        finds: [{ message: 'open', pointer: '', data: { count: 1, share: 98 } }],
      },
    ],
  },
  measured: { records: 98842, flagged: 7, inspected: 7, wrong: 1, on: '2026-11-25' },
  create: ({ options }) => ({
    empty: (): State => ({ long: 0, open: emptyPlaces() }),
    add(state: State, { turns, at }) {
      for (const turn of turns) {
        if (!turn.learned || turn.text.length < SHORTEST) continue;
        state.long += 1;
        if (isOpen(turn.text)) addPlace(state.open, at);
      }
    },
    merge(into: State, from: State) {
      into.long += from.long;
      mergePlaces(into.open, from.open);
    },
    finish({ long, open }: State, report) {
      const closed = long - open.count;
      if (long < LEAST || open.count === 0 || closed < options.closed * long) return;
      const data = { count: open.count, share: Math.floor((100 * closed) / long) };
      report({ message: 'open', pointer: '', data, related: relatedPlaces(open, 'here') });
    },
  }),
});

function isOpen(text: string): boolean {
  const end = text.slice(-300).trimEnd();
  if (CLOSED.test(end)) return false;
  const start = end.lastIndexOf('\n') + 1;
  const line = end.slice(start);
  if (line.split(' ', 8).length < 8 || NO_SENTENCE.test(line) || LISTED.test(line)) return false;
  // Where the line before ends without a mark too, the lines are verses or a list.
  const before = end.slice(0, start).trimEnd();
  return (before === '' || CLOSED.test(before)) && !SIGNATURE.test(end);
}
