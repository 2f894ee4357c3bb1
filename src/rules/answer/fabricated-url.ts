// Addresses, book and paper numbers that only the answer has.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { withoutCode } from '../../text/code-spans.ts';
import { beginning } from '../../text/find-all.ts';
import { ADDRESS_STARTS } from '../address-starts.ts';
import { chat, pair } from '../sample.ts';
import { ALPACA_CLEANED } from '../sources.ts';

const URL = /\b(?:https?:\/\/|www\.)[^\s<>"'`)\]}，。、）」]{2,300}/gi;
/** Hosts that nobody can visit, and dots or words where something was to be filled in. */
const NOWHERE =
  /^(?:https?:\/\/)?(?:www\.)?(?:example\.(?:com|org|net)|[^/]*\.(?:example|invalid|test)\b|(?:your|my)[a-z-]{0,20}(?:site|domain|company|website|blog|link|url)[a-z-]{0,10}\.|(?:website|domain|link|url|abc|xyz|xxx+)\.com|localhost)|\.\.\.|…/i;

/** Programs and pages name addresses that their reader is to change. */
const PROGRAM =
  /code|script|program|html|function|regex|template|e-?mail|代码|api|\bsql\b|python|java|xml|json/i;

export const fabricatedUrl = defineRecordRule({
  id: 'answer/fabricated-url',
  title: 'Address that only the answer knows',
  why: 'The model cannot know addresses by heart: it learns to make up some that look alike.',
  mend: 'Put the source into the prompt, or leave the address out of the answer.',
  severity: 'info',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  kinds: ['conversation', 'preference', 'rating'],
  options: {},
  messages: {
    unknown: 'The answer gives {count#address} that the prompt does not, such as “{text}”.',
    nowhere: 'The answer gives “{text}”, which leads nowhere.',
  },
  sources: [ALPACA_CLEANED],
  examples: {
    good: [
      {
        title: 'it was given',
        record: chat('What is at https://tuneset.dev/a ?', 'At https://tuneset.dev/a is a page.'),
      },
      { title: 'in code', record: chat('How do I call it?', 'Like this: `fetch("https://example.com/a")`.') },
      { title: 'a program', record: pair('Write a script.', 'curl https://example.com') },
    ],
    bad: [
      {
        title: 'a page made up',
        record: chat(
          'Where can I read more on rain?',
          'Read https://www.rain-facts.org/what-is-rain for more.',
        ),
        finds: [
          {
            message: 'unknown',
            pointer: '/messages/1/content',
            data: { count: 1, text: 'https://www.rain-facts.org/what-is-rain' },
          },
        ],
      },
      {
        title: 'a host that stands for others',
        record: pair('Where can I read more on rain?', 'See www.example.com/rain.'),
        finds: [{ message: 'nowhere', pointer: '/completion', data: { text: 'www.example.com/rain' } }],
      },
    ],
  },
  measured: { records: 98842, flagged: 120, inspected: 12, wrong: 2, on: '2026-11-25' },
  create: ({ hint }) => {
    const starts = hint(ADDRESS_STARTS);
    return (view, report) => {
      // Where tools are at hand, they may have given the address.
      if (view.example.tools.length > 0 || !view.turns.some((turn) => turn.learned && turn.has(starts)))
        return;
      let asked = '';
      let program = false;
      for (const turn of view.turns) {
        if (!turn.learned) {
          asked += `${turn.text}\n`;
          program ||= PROGRAM.test(turn.text);
          continue;
        }
        if (!turn.has(starts) || program) continue;
        const text = withoutCode(beginning(turn.text));
        const found = [...text.matchAll(URL)].map(([url]) => url.replace(/[.,;:!?*_]+$/, ''));
        const own = found.filter((url) => !asked.includes(url));
        const [first] = own;
        if (first === undefined) continue;
        const pointer = textPointer(turn.message);
        const nowhere = own.find((url) => NOWHERE.test(url));
        if (nowhere !== undefined) {
          report({ message: 'nowhere', pointer, data: { text: nowhere }, near: turn.text.indexOf(nowhere) });
        } else {
          const data = { count: own.length, text: first };
          report({ message: 'unknown', pointer, data, near: turn.text.indexOf(first) });
        }
      }
    };
  },
});
