// Whatever stands in the data, no report shows a secret or what points to a person: not whole, not in a half.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ALL_RULES } from '../../src/config/names.ts';
import { check, type Report, render, renderHtml, takeBaseline } from '../../src/index.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { maskSecrets } from '../../src/model/mask.ts';
import { REPORT_KINDS } from '../../src/report/index.ts';
import { findingLine } from '../../src/report/json.ts';
import { runCommand } from '../support/run-command.ts';

const RANDOM = 'q7Zt2Kf9Xw4Lp8Rb3Vn6Hd1Jc5Gy0MsUaeToIiNqBuDgWhYlCkFxSvPzOrEmAj';
const cut = (from: number, length: number): string => RANDOM.repeat(3).slice(from, from + length);
const hex = (length: number): string => '7f3a9c1e5b8d2046'.repeat(10).slice(0, length);

/** What must not be read in any report; written so that no scanner of this repository takes it for real. */
const PRIVATE: Readonly<Record<string, { readonly text: string; readonly hidden: string }>> = {
  openai: { text: `sk-proj-${cut(0, 74)}T3Blbk${'FJ'}${cut(9, 74)}`, hidden: cut(10, 40) },
  anthropic: { text: `sk-ant-api03-${cut(3, 93)}AA`, hidden: cut(10, 40) },
  github: { text: `ghp_${cut(0, 36)}`, hidden: cut(4, 20) },
  gitlab: { text: `glpat-${cut(0, 20)}`, hidden: cut(4, 14) },
  google: { text: `AIza${cut(0, 35)}`, hidden: cut(4, 20) },
  'hugging face': { text: `hf_${'qZtKfXwLpRbVnHdJcGyMsQzTkFxWlPrBvN'}`, hidden: 'wLpRbVnHdJcG' },
  groq: { text: `gsk_${cut(0, 52)}`, hidden: cut(4, 20) },
  stripe: { text: `sk_live_${RANDOM.replace(/\W/g, '').slice(0, 24)}`, hidden: cut(4, 14) },
  sendgrid: { text: `SG.${cut(0, 22)}.${cut(5, 43)}`, hidden: cut(10, 20) },
  slack: { text: `xoxb-${'1234567890'}1-${'2345678901'}2-${cut(0, 24)}`, hidden: cut(4, 14) },
  hook: { text: `https://hooks.slack.com/services/${cut(0, 44)}`, hidden: cut(4, 14) },
  digitalocean: { text: `dop_v1_${hex(64)}`, hidden: hex(30) },
  databricks: { text: `dapi${hex(32)}`, hidden: hex(20) },
  shopify: { text: `shpat_${hex(32)}`, hidden: hex(20) },
  notion: { text: `ntn_12345678901${cut(0, 35)}`, hidden: cut(4, 14) },
  vault: { text: `hvs.${cut(0, 95)}`, hidden: cut(4, 14) },
  aws: { text: `AKIA${'Q7ZT2KF3XW4LP5RB'}`, hidden: 'ZT2KF3XW4LP' },
  'private key': {
    text: `${['-----BEGIN', 'PRIVATE KEY-----'].join(' ')}\n${cut(0, 64)}\n-----END PRIVATE KEY-----`,
    hidden: cut(10, 30),
  },
  database: { text: ['postgres://shop', 'k7Rw2qZt9v@db7.acme-shop.io/x'].join(':'), hidden: 'k7Rw2qZt9v' },
  token: {
    text: ['eyJhbGciOiJIUzI1NiJ9', 'eyJzdWIiOiJhLm1leWVyIn0', cut(0, 43)].join('.'),
    hidden: cut(4, 20),
  },
  password: { text: ['password', '"k7Rw2qZt9vLp8Rb3"'].join(' = '), hidden: 'w2qZt9vLp8' },
  'signed address': { text: `https://a.acme.io/x?sig=${cut(0, 43)}%3D`, hidden: cut(4, 20) },
  mail: { text: 'a.meyer-lansky@acme-shop.io', hidden: 'meyer-lansky' },
  phone: { text: '+49 30 9018 2034', hidden: '9018 2034' },
  'phone at home': { text: '(415) 739-2034', hidden: '739-2034' },
  card: { text: ['4539', '1488', '0343', '6467'].join(' '), hidden: '1488 0343' },
  'card of another issuer': { text: ['3748', '295061', '73293'].join(' '), hidden: '295061 73293' },
  account: { text: ['DE12', '5001', '0517', '0648', '4898', '90'].join(' '), hidden: '0517 0648' },
  'social security': { text: 'SSN 536-90-4399', hidden: '36-90-4399' },
  home: { text: 'File "/home/ameyerlansky/train.py"', hidden: 'ameyerlansky' },
};

const folder = mkdtempSync(join(tmpdir(), 'tuneset-private-'));
afterAll(() => rmSync(folder, { recursive: true }));

const all = Object.values(PRIVATE);
const everything = all.map(({ text }) => text).join(' and ');
const chat = (user: string, assistant: string, more: JsonObject = {}): string =>
  JSON.stringify({
    messages: [
      { role: 'user', content: user },
      { role: 'assistant', content: assistant },
    ],
    ...more,
  });

const LINES = [
  ...all.map(({ text }) => chat(`What is ${text}?`, `<|im_end|> It is ${text}, {{name}} says \u200b.`)),
  ...all.map(({ text }) => chat('Which?', text, { label: text, [text]: 1 })),
  // Cut off in the middle, and far behind the fault.
  ...all.map(({ text }) => `{"messages": [{"role": "user", "content": ${JSON.stringify(text)}, ,]}`),
  ...all.map(({ text }) => chat('Which?', `${'Lorem ipsum dolor. '.repeat(200)}${text} <|im_end|>`)),
  chat(everything, everything, { label: everything }),
  JSON.stringify({ [everything]: everything }),
  chat('Again?', everything),
  chat('Again?', everything),
];

describe('a set full of secrets', () => {
  const path = join(folder, 'data.jsonl');
  const lines: string[] = [];
  let report: Report;
  beforeAll(async () => {
    writeFileSync(path, `${LINES.join('\n')}\n`);
    report = await check(
      [path],
      { preset: 'all', target: 'openai-sft', goal: 'classification', label: '/label', today: '2026-11-25' },
      {
        root: folder,
        threads: 0,
        listen: (findings, words) => {
          lines.push(...findings.map((finding) => findingLine(finding, words)));
        },
      },
    );
  });

  const keepsQuiet = (shown: string): void => {
    const decoded = `${shown}\n${shown.replaceAll('%20', ' ').replaceAll('&quot;', '"')}`;
    for (const [name, { hidden }] of Object.entries(PRIVATE)) {
      const at = decoded.indexOf(hidden);
      expect(at < 0 ? '' : decoded.slice(at - 40, at + 60), `${name} is shown`).toBe('');
    }
  };

  test('is really found', () => {
    const spoke = Object.keys(report.counts).filter((rule) => /^(?:secrets|pii)\//.test(rule));
    const silent = ALL_RULES.map(({ id }) => id).filter((id) => /^(?:secrets|pii)\//.test(id));
    expect(silent.filter((id) => !spoke.includes(id))).toEqual(['pii/ip-address']);
    expect(report.counts['internal/rule-crash']).toBeUndefined();
    expect(lines.length).toBeGreaterThan(200);
  });

  test.each(REPORT_KINDS.map(({ id }) => id))('as %s', async (kind) => {
    const shown =
      kind === 'html' ? await renderHtml(report) : render(report, kind, { width: 400, examples: 1000 });
    expect(shown).toContain('***(');
    keepsQuiet(shown);
  });

  test('as a stream of findings', () => {
    keepsQuiet(lines.join(''));
  });

  test('as a baseline', async () => {
    const { text } = await takeBaseline([path], { preset: 'all', target: 'openai-sft' }, { root: folder });
    keepsQuiet(text);
  });

  test('from the command, to a terminal and to files', async () => {
    const args = ['check', 'data.jsonl', '--preset', 'all', '--target', 'openai-sft', '--examples', '500'];
    const run = await runCommand([...args, '--findings', 'all.jsonl', '--output', 'json=r.json'], {
      cwd: folder,
    });
    expect(run.status).toBe(1);
    keepsQuiet(run.stdout + run.stderr);
    for (const name of ['all.jsonl', 'r.json']) keepsQuiet(readFileSync(join(folder, name), 'utf8'));
  });
});

test.each(Object.entries(PRIVATE))('%s is masked once, and stays masked', (_, { text, hidden }) => {
  const masked = maskSecrets(`see ${text} there`);
  expect(masked).toContain('***(');
  expect(masked).not.toContain(hidden);
  expect(maskSecrets(masked)).toBe(masked);
});

test.each([
  'In 2024 there were 12,345 of 67,890; 3.14159 and 2026-11-25 at 10:30:00.',
  'Version 1.2.3, pages 100-120, ISBN 978-3-16-148410-0, #123456.',
  'a/home, /homepage/x, @decorator, x@y, user@, Section 4.2.1',
  'f81d4fae-7dec-11d0-a765-00a0c91e6bf6',
  'sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
])('ordinary text stays as it is: %s', (text) => {
  expect(maskSecrets(text)).toBe(text);
});
