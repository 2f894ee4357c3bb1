// The quality page in a real browser: its filters, its silence towards console and network, its harmlessness, its width.

import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RICH, show } from '../report/rich-report.ts';

const executable = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
);
const folder = mkdtempSync(join(tmpdir(), 'tuneset-page-'));
const address = pathToFileURL(join(folder, 'report.html')).href;

let browser: Browser;
beforeAll(async () => {
  writeFileSync(join(folder, 'report.html'), show('html'));
  if (executable === undefined) return;
  browser = await chromium.launch({ executablePath: executable, args: ['--no-sandbox'] });
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

/** What a page did that it should not: words on the console, requests, dialogs, errors. */
async function open(options: BrowserContextOptions = {}): Promise<{ page: Page; misdeeds: string[] }> {
  const page = await browser.newPage(options);
  const misdeeds: string[] = [];
  page.on('console', (message) => misdeeds.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => misdeeds.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => misdeeds.push(`dialog: ${dialog.message()}`));
  page.on('request', (request) => {
    if (request.url() !== address) misdeeds.push(`request: ${request.url()}`);
  });
  await page.goto(address);
  return { page, misdeeds };
}

const shown = (page: Page) => page.locator('.finding:not([hidden])').count();

if (executable === undefined) console.log('skipped: no Chromium');
describe.skipIf(executable === undefined)('the page', () => {
  test('filters by words, severity and rule, and says how many are left', async () => {
    const { page, misdeeds } = await open();
    const all = RICH.findings.length;
    expect(await shown(page)).toBe(all);

    await page.getByLabel('Search').fill('parquet LABEL');
    expect(await shown(page)).toBe(1);
    expect(await page.locator('.shown').textContent()).toBe(`1 of ${all} shown here`);
    expect(await page.locator('.group:not([hidden])').count()).toBe(1);

    await page.getByLabel('Search').fill('');
    await page.getByLabel(/error/).uncheck();
    expect(await shown(page)).toBe(RICH.findings.filter(({ severity }) => severity !== 'error').length);

    await page.getByLabel(/error/).check();
    await page.getByLabel('Rule').selectOption('residue/special-token');
    expect(await shown(page)).toBe(3);
    expect(await page.locator('.group[open]:not([hidden])').count()).toBe(1);

    await page.getByLabel('Search').press('Enter');
    expect(page.url()).toBe(address);
    expect(misdeeds).toEqual([]);
  });

  test('leaves hostile text text', async () => {
    const { page, misdeeds } = await open();
    expect(await page.locator('script').count()).toBe(1);
    expect(await page.locator('img, iframe, object, a:not([href^="#"])').count()).toBe(0);
    await page.locator('details').evaluateAll((all) => {
      for (const one of all) one.setAttribute('open', '');
    });
    expect(await page.getByText('<script>alert(1)</script>').count()).toBeGreaterThan(2);
    expect(misdeeds).toEqual([]);
  });

  test.each([
    [1280, 'light'],
    [1280, 'dark'],
    [390, 'light'],
    [390, 'dark'],
  ] as const)('fits %i pixels, %s', async (width, colorScheme) => {
    const { page, misdeeds } = await open({ viewport: { width, height: 900 }, colorScheme });
    await page.locator('details').evaluateAll((all) => {
      for (const one of all) one.setAttribute('open', '');
    });
    const wide = await page.evaluate('document.documentElement.scrollWidth');
    expect(wide).toBeLessThanOrEqual(width);
    const paper = await page.evaluate('getComputedStyle(document.body).backgroundColor');
    expect(paper).toBe(colorScheme === 'light' ? 'rgb(251, 250, 248)' : 'rgb(21, 23, 27)');
    expect(misdeeds).toEqual([]);
  });

  test('is whole without its script', async () => {
    const { page, misdeeds } = await open({ javaScriptEnabled: false });
    expect(await page.locator('.filters').isVisible()).toBe(false);
    expect(await page.locator('.finding').count()).toBe(RICH.findings.length);
    expect(await page.getByRole('heading', { name: 'Findings' }).isVisible()).toBe(true);
    expect(misdeeds).toEqual([]);
  });

  test('can be walked with the keyboard, from the link that skips to the findings', async () => {
    const { page } = await open();
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('To the findings');
    await page.keyboard.press('Enter');
    expect(page.url()).toBe(`${address}#findings`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.name')).toBe('words');
  });
});
