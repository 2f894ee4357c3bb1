// The question gives only an address, and the answer tells what stands there.

import { partsOf, textPointer } from '../../model/example.ts';
import { defineRecordRule, type Turn } from '../../model/rule.ts';
import { ADDRESS_STARTS } from '../address-starts.ts';
import { chat } from '../sample.ts';
import { ALPACA_CLEANED } from '../sources.ts';

const LONGEST = 500;
const MOST_BESIDE = 160;
const SHORTEST = 100;
const URL_IN = /(?:https?:\/\/|www\.)[^\s"'<>)]{4,300}/i;
const ASKS =
  /\b(?:summari[sz]e|summary|read|extract|analy[sz]e|review|main (?:points?|ideas?)|key points?|according to|based on|what does|describe|article|paraphrase|explain)\b/i;
const ADMITS =
  /\b(?:cannot|can['’]t|unable|do not|don['’]t|not able)\b[^.\n]{0,60}\b(?:access|open|browse|visit|view|read|see|internet|link)/i;

export const urlOnlyContext = defineRecordRule({
  id: 'answer/url-only-context',
  title: 'Answer about a page that was not shown',
  why: 'Without the text of the page the answer is made up; this was the greatest fault of Alpaca, and it teaches to invent.',
  mend: 'Put the text of the page into the prompt, or remove the record.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'drop',
  options: {},
  messages: { page: 'The question gives only the address {text}.' },
  sources: [ALPACA_CLEANED],
  examples: {
    good: [
      {
        title: 'the text is there',
        record: chat(
          `Summarise https://example.com/a: ${'The rain had fallen for days. '.repeat(8)}`,
          'It had rained.',
        ),
      },
      {
        title: 'the answer says so',
        record: chat(
          'Summarise https://example.com/a',
          'I cannot open web pages, so please send me the text of the article and I will gladly sum it up for you.',
        ),
      },
    ],
    bad: [
      {
        title: 'a summary',
        record: chat(
          'Summarize the article at https://example.com/rain',
          'The article says that it had rained for many days in the north and that the rivers rose until the dams broke and the fields were under water.',
        ),
        finds: [
          { message: 'page', pointer: '/messages/0/content', data: { text: 'https://example.com/rain' } },
        ],
      },
      {
        title: 'in an input',
        record: {
          instruction: 'Extract the main points of this page.',
          input: 'https://example.com/rain',
          output:
            'It rained for many days in the north. The rivers rose until the dams broke. The fields were under water and the harvest was lost.',
        },
        finds: [{ message: 'page', pointer: '/input', data: { text: 'https://example.com/rain' } }],
      },
    ],
  },
  measured: { records: 55597, flagged: 100, inspected: 20, wrong: 0, on: '2026-11-24' },
  create: ({ hint }) => {
    const words = hint(ADDRESS_STARTS);
    return (view, report) => {
      if (!view.promptHas(words) || view.example.tools.length > 0 || view.example.kind !== 'conversation')
        return;
      let asked = '';
      let place: Turn | undefined;
      for (const turn of view.turns) {
        if (turn.role === 'tool' || partsOf(turn.message).some(({ type }) => type === 'media')) return;
        if (!turn.learned) {
          asked = asked === '' ? turn.text : `${asked} ${turn.text}`;
          if (asked.length > LONGEST) return;
          if (turn.has(words)) place = turn;
          continue;
        }
        const url = URL_IN.exec(asked)?.[0];
        if (url === undefined || place === undefined || !ASKS.test(asked)) return;
        if (asked.length - url.length > MOST_BESIDE || turn.text.length < SHORTEST || ADMITS.test(turn.text))
          return;
        report({
          message: 'page',
          pointer: textPointer(place.message),
          data: { text: url },
          near: place.text.indexOf(url),
        });
        return;
      }
    };
  },
});
