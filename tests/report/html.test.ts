// The quality page: closed to the outside, inert whatever the data, small, and whole without its script.

import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import type { Report } from '../../src/model/report.ts';
import { histogram, rangeBar, rowBar } from '../../src/report/html/charts.ts';
import { html } from '../../src/report/html/markup.ts';
import { shownText } from '../../src/report/html/shown-text.ts';
import { CLEAN, HOSTILE, RICH, show } from './rich-report.ts';

const page = show('html');

test.each([
  ['rich', RICH],
  ['clean', CLEAN],
])('of the %s set', async (name, report) => {
  await expect(show('html', report)).toMatchFileSnapshot(`golden/${name}-html.html`);
});

describe('the page', () => {
  test('allows its own style and script by their hashes, and nothing else', () => {
    const policy =
      /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1]?.replaceAll('&#39;', "'") ?? '';
    const hash = (tag: string): string => {
      const inner = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(page)?.[1] ?? '';
      return `'sha256-${createHash('sha256').update(inner).digest('base64')}'`;
    };
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `style-src ${hash('style')}`,
      `script-src ${hash('script')}`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  test('holds one script, no address that would be loaded, no style and no handler in a tag', () => {
    expect(page.match(/<script/g)).toHaveLength(1);
    const tags = page.match(/<[a-z][^>]*>/g) ?? [];
    expect(tags.length).toBeGreaterThan(200);
    for (const tag of tags) expect(tag).not.toMatch(/\s(?:src|style|on[a-z]+|action|data|srcset)=/);
    for (const [, href] of page.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^#[a-z]+$/);
  });

  test('every link leads to a part that is there', () => {
    for (const [, id] of page.matchAll(/href="#([^"]*)"/g)) expect(page).toContain(`id="${id}"`);
  });

  test('opens and closes every tag', () => {
    const open: string[] = [];
    const body = page.replace(/<(style|script)>[\s\S]*?<\/\1>/g, '');
    for (const [, end, name = '', own] of body.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*?(\/?)>/g)) {
      if (['meta', 'input', 'br'].includes(name) || own === '/') continue;
      if (end === '') open.push(name);
      else expect(open.pop()).toBe(name);
    }
    expect(open).toEqual([]);
  });

  test('shows every finding that was kept, up to its share, with place, text, reason and remedy', () => {
    expect(page.match(/class="finding"/g)).toHaveLength(RICH.findings.length);
    for (const { title, why, mend } of Object.values(RICH.rules)) {
      for (const words of [title, why, mend]) expect(page).toContain(words);
    }
    expect(page).toContain('data/train.jsonl:4:17');
    expect(page).toContain('data/more.parquet, record 1025');
  });

  test('shows what cannot be seen as its code', () => {
    expect(page).toContain('<i>\\u{202e}</i>gnp.exe');
    expect(page).toContain('<i>\\e</i>[31mred');
  });

  test('stays below a megabyte with a hundred thousand findings', () => {
    const words = RICH.rules['residue/special-token'];
    if (words === undefined) throw new Error('the rule is gone');
    const ids = Array.from({ length: 100 }, (_, i) => `group/rule-${i}`);
    const findings = ids.flatMap((rule, group) =>
      Array.from(
        { length: 1000 },
        (_, index): Finding => ({
          rule,
          severity: group % 2 === 0 ? 'error' : 'warning',
          message: 'token',
          pointer: `/messages/${index}/content`,
          data: { token: '<|im_end|>'.repeat(20) },
          at: { source: 0, index, line: index + 1 },
          excerpt: '<&"\u202e'.repeat(40),
        }),
      ),
    );
    const big: Report = {
      ...RICH,
      findings,
      counts: Object.fromEntries(ids.map((id) => [id, 1000])),
      rules: Object.fromEntries(ids.map((id) => [id, { ...words, id }])),
    };
    const shown = show('html', big);
    expect(Buffer.byteLength(shown)).toBeLessThan(1_000_000);
    expect(shown.match(/class="group"/g)).toHaveLength(100);
    expect(shown).toMatch(/99\d findings more of this rule/);
  });
});

describe('markup', () => {
  test('text that is put in never becomes markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { markup } = html`<p title="${text}">${[text, html`<b>${text}</b>`]}</p>`;
        expect(markup.match(/[<>"]/g)?.join('')).toBe('<""><><><>');
      }),
      { seed: 20261124, numRuns: 300 },
    );
  });

  test('text from the data is inert and cut', () => {
    const { markup } = shownText(HOSTILE.repeat(1000), 50);
    expect(markup).not.toContain('<script');
    expect(markup.replace(/<[^>]*>/g, '').length).toBeLessThan(80);
  });
});

describe('charts', () => {
  test.each([
    ['a bar', () => rowBar(0, 0)],
    ['a full bar', () => rowBar(5, 5)],
    ['a range without an end', () => rangeBar(3, 10, undefined)],
    ['nothing', () => histogram([], { median: 3 })],
    ['one bucket', () => histogram([{ upTo: 16, records: 0 }], { median: 3 })],
    ['huge numbers', () => histogram([{ upTo: 2 ** 40, records: 2 ** 50 }], { median: 1 })],
  ])('%s has only numbers that can be drawn', (_, draw) => {
    const { markup } = draw();
    expect(markup).toMatch(/^<svg/);
    expect(markup).not.toMatch(/NaN|Infinity|undefined|="-/);
  });

  test('a bar is as long as its share, and never nothing where there is something', () => {
    expect(rowBar(50, 200).markup).toContain('class="bar" width="25"');
    expect(rowBar(1, 1_000_000).markup).toContain('class="bar" width="0.5"');
    expect(rowBar(0, 10).markup).toContain('class="bar" width="0"');
  });
});
