// The small words of telling: sentences, places, inert text, columns, charts.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amount } from '../../src/model/amount.ts';
import { bar, sparkline } from '../../src/report/chart.ts';
import { listPage } from '../../src/report/list-page.ts';
import { cut, plainText } from '../../src/report/plain.ts';
import { clip, columnsOf, indent, padEnd, padStart, table, wrap } from '../../src/report/width.ts';
import { counted, fill, placeOf, relatedOf } from '../../src/report/wording.ts';
import { ACTS, HOSTILE, SECRET } from './rich-report.ts';

const seed = 20261124;
/** Any text, lone surrogates and hostile characters among it. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc
    .array(fc.constantFrom(HOSTILE, SECRET, '日本', '🙂', 'e\u0301', ' ', 'word'))
    .map((parts) => parts.join('')),
);

describe('numbers and nouns', () => {
  test.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [1_234_567, '1,234,567'],
    [-1234, '-1,234'],
    [0.5, '0.5'],
  ])('%d is %s', (n, said) => {
    expect(amount(n)).toBe(said);
  });

  test.each([
    [1, 'record', '1 record'],
    [0, 'record', '0 records'],
    [2000, 'record', '2,000 records'],
    [3, 'class', '3 classes'],
    [3, 'match', '3 matches'],
    [2, 'entry', '2 entries'],
    [2, 'day', '2 days'],
  ])('%d %s: %s', (n, noun, said) => {
    expect(counted(n, noun)).toBe(said);
  });
});

describe('sentences', () => {
  test.each([
    ['{count#record} of {total}', { count: 1, total: 2500 }, '1 record of 2,500'],
    ['the key {key}', { key: 'a\nb' }, 'the key a⏎b'],
    ['nobody gave {name}', {}, 'nobody gave {name}'],
    ['a datum is no template: {a}', { a: '{b}', b: 'c' }, 'a datum is no template: {b}'],
    ['{toString} {constructor}', {}, '{toString} {constructor}'],
    ['{a}', { a: '$& $1 $$' }, '$& $1 $$'],
  ])('%s', (template, data, said) => {
    expect(fill(template, data as Record<string, string | number>)).toBe(said);
  });

  test('a datum is masked before it is cut, so no half of a secret shows', () => {
    const said = fill('{key}', { key: `${'x'.repeat(225)} ${SECRET}` });
    expect(said).toContain('sk-proj-***');
    expect(said).not.toContain(SECRET.slice(8, 16));
  });
});

describe('places', () => {
  const sources = ['a.jsonl', 'b.parquet', 'c\n:1.jsonl'];
  test.each([
    [undefined, undefined, ''],
    [{ source: 0, index: 4, line: 7 }, undefined, 'a.jsonl:7'],
    [{ source: 0, index: 4, line: 7 }, { column: 12 }, 'a.jsonl:7:12'],
    [{ source: 0, index: 4, line: 7 }, { column: 12, line: 3 }, 'a.jsonl:7'],
    [{ source: 0, index: 4, line: 7 }, { column: 'name' }, 'a.jsonl:7'],
    [{ source: 1, index: 1023 }, undefined, 'b.parquet, record 1024'],
    [{ source: 2, index: 0, line: 1 }, undefined, 'c⏎:1.jsonl:1'],
    [{ source: 9, index: 0, line: 1 }, undefined, '?:1'],
  ])('%j %j', (at, data, said) => {
    expect(placeOf({ ...(at && { at }), ...(data && { data }) }, sources)).toBe(said);
  });
});

test('places that belong to a finding stand together by their label, and only the first of many', () => {
  const at = (index: number) => ({ source: 0, index, line: index + 1 });
  const related = [
    { at: at(0), label: 'first here' },
    ...Array.from({ length: 7 }, (_, i) => ({ at: at(i + 1), label: 'and here\u202e' })),
    { at: { source: 1, index: 5 }, label: 'first here' },
  ];
  expect(relatedOf({ related }, ['a.jsonl', 'b.parquet'])).toEqual([
    'first here: a.jsonl:1; b.parquet, record 6',
    'and here\\u{202e}: a.jsonl:2; a.jsonl:3; a.jsonl:4; a.jsonl:5; a.jsonl:6; and 2 more',
  ]);
  expect(relatedOf({}, [])).toEqual([]);
});

describe('inert text', () => {
  test.each([
    ['a\u001b[31mb', 'a␛[31mb'],
    ['a\r\nb\tc\0', 'a␍⏎b␉c␀'],
    ['\u202egnp.exe', '\\u{202e}gnp.exe'],
    ['a\u200bb\ufeff', 'a\\u{200b}b\\u{feff}'],
    ['\ud83d', '\\u{d83d}'],
    ['\udc00\ud800', '\\u{dc00}\\u{d800}'],
    ['🙂 é 日本', '🙂 é 日本'],
    ['a\u{e0041}b\u{e0100}', 'a\\u{e0041}b\\u{e0100}'],
    ['\u3164\uffa0\u115f\u2800', '\\u{3164}\\u{ffa0}\\u{115f}\\u{2800}'],
    ['❤\ufe0f', '❤\ufe0f'],
    ['\u2028\u2029\u0085', '\\u{2028}\\u{2029}\\u{0085}'],
    ['\uffff\ufdd0\u{1fffe}', '\\u{ffff}\\u{fdd0}\\u{1fffe}'],
    ['::error::a', '\\u{003a}:error::a'],
    ['a ::add-mask::b', 'a \\u{003a}:add-mask::b'],
    ['##[error] a##vso[b] ##teamcity[c]', '\\u{0023}#[error] a\\u{0023}#vso[b] \\u{0023}#teamcity[c]'],
    ['std::vector ## heading', 'std::vector ## heading'],
  ])('%j shows as %s', (text, shown) => {
    expect(plainText(text)).toBe(shown);
  });

  test('never acts, never holds a line break, and is the same when done twice', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const shown = plainText(text);
        expect(shown).not.toMatch(ACTS);
        expect(shown).not.toContain('\n');
        expect(plainText(shown)).toBe(shown);
      }),
      { seed, numRuns: 500 },
    );
  });

  test('is cut by code points, and says so', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 20 }), (text, length) => {
        const shown = cut(text, length);
        expect([...shown].length).toBeLessThanOrEqual(length);
        if (shown !== text) expect(text.startsWith(shown.slice(0, -1)) && shown.endsWith('…')).toBe(true);
      }),
      { seed, numRuns: 500 },
    );
  });
});

describe('columns', () => {
  test.each([
    ['', 0],
    ['abc', 3],
    ['é', 1],
    ['e\u0301', 1],
    ['日本語', 6],
    ['ｆｕｌｌ', 8],
    ['한국어', 6],
    ['🙂', 2],
    ['✅ ok', 5],
    ['⭐', 2],
    ['✖ ▲ ●', 5],
    ['│ █▌▁', 5],
    ['\u001b[31mred\u001b[39m', 3],
    ['Ελλάδα', 6],
  ])('%j takes %i', (text, columns) => {
    expect(columnsOf(text)).toBe(columns);
  });

  test('clipped text fits, and nothing is clipped that fits', () => {
    fc.assert(
      fc.property(anyText.map(plainText), fc.integer({ min: 1, max: 30 }), (text, columns) => {
        const shown = clip(text, columns);
        expect(columnsOf(shown)).toBeLessThanOrEqual(columns);
        expect(shown === text).toBe(columnsOf(text) <= columns);
      }),
      { seed, numRuns: 500 },
    );
  });

  test('padding fills up to the column and cuts nothing', () => {
    expect(padEnd('日', 4)).toBe('日  ');
    expect(padStart('日', 4)).toBe('  日');
    expect(padEnd('long', 2)).toBe('long');
    expect(padStart('\u001b[31m1\u001b[39m', 3)).toBe('  \u001b[31m1\u001b[39m');
  });

  test('folding loses no word, and only single words are too long', () => {
    fc.assert(
      fc.property(anyText.map(plainText), fc.integer({ min: 1, max: 40 }), (text, columns) => {
        const lines = wrap(text, columns);
        expect(lines.join(' ').split(' ').filter(Boolean)).toEqual(text.split(' ').filter(Boolean));
        for (const line of lines) {
          if (columnsOf(line) > columns) expect(line.trim()).not.toContain(' ');
        }
      }),
      { seed, numRuns: 500 },
    );
  });

  test('what is folded stands under its beginning', () => {
    expect(indent('one two three four', 22, '→ ')).toEqual(['→ one two three four']);
    expect(indent('one two three four five', 22, '→ ')).toEqual(['→ one two three four', '  five']);
  });

  test('tables stand in columns, whatever the letters', () => {
    expect(
      table([
        ['名前', '1', 'x'],
        ['name', '200', 'y'],
        ['', '3', ''],
      ]),
    ).toEqual(['名前  1    x', 'name  200  y', '      3']);
  });
});

describe('charts', () => {
  test('any record shows, none is a dot', () => {
    const buckets = [0, 1, 500, 1000].map((records, i) => ({ upTo: i, records }));
    expect(sparkline(buckets)).toBe('·▁▄█');
    expect(sparkline([])).toBe('');
  });

  test.each([
    [0, 10, ''],
    [1, 100_000, '▏'],
    [5, 10, '█████'],
    [10, 10, '██████████'],
    [3, 0, '▏'],
  ])('%i of %i', (value, most, drawn) => {
    expect(bar(value, most, 10)).toBe(drawn);
  });
});

describe('lists', () => {
  const listing = {
    head: ['rule', 'severity', 'what is wrong'],
    rows: [
      ['structure/bom', 'warning', 'A byte-order mark stands at the beginning of the file'],
      ['日本/語', 'error', 'Short'],
      ['a/b', 'off', ''],
    ],
  };

  test('fold the last column under itself', () => {
    expect(listPage(listing, { width: 50, color: false })).toBe(
      [
        'rule           severity  what is wrong',
        'structure/bom  warning   A byte-order mark stands',
        '                         at the beginning of the',
        '                         file',
        '日本/語        error     Short',
        'a/b            off',
        '',
      ].join('\n'),
    );
  });

  test('stay on one line each where the width is endless', () => {
    const width = Number.POSITIVE_INFINITY;
    expect(listPage(listing, { width, color: false }).split('\n')).toHaveLength(5);
  });

  test('are in colour what they are without', () => {
    for (const width of [40, 60, 100]) {
      const colored = listPage(listing, { width, color: true });
      expect(colored).toContain('\u001b[33mwarning\u001b[39m');
      expect(colored.replace(/\u001b\[[0-9;]*m/g, '')).toBe(listPage(listing, { width, color: false }));
    }
  });
});
