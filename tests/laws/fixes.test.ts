// What holds for every safe mend: the finding is gone, nothing new came, mending twice changes nothing, and no other byte moves.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { fix } from '../../src/index.ts';
import { FIXERS } from '../../src/pipeline/fix.ts';
import { checkContent, linesOf } from '../support/check-lines.ts';
import { describeShared, sharedPath } from '../support/shared-data.ts';

const folder = mkdtempSync(join(tmpdir(), 'tuneset-fix-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;

async function mended(content: string | Uint8Array, only?: readonly string[]): Promise<string> {
  files += 1;
  const input = join(folder, `${files}.in.jsonl`);
  const output = join(folder, `${files}.out.jsonl`);
  writeFileSync(input, content);
  await fix([input], { output, ...(only === undefined ? {} : { only }) });
  return readFileSync(output, 'utf8');
}

const countsOf = async (content: string): Promise<Readonly<Record<string, number>>> =>
  (await checkContent(content, { preset: 'all' })).counts;

describe.each([...FIXERS.values()].map((rule) => ({ id: rule.id, rule })))('$id', ({ rule }) => {
  const bad = rule.examples.bad.flatMap((example) =>
    'lines' in example ? [] : [linesOf('records' in example ? example.records : [example.record])],
  );

  test('mends its own examples, once and for all', async () => {
    expect(bad.length).toBeGreaterThan(0);
    let gone = 0;
    for (const content of bad) {
      const once = await mended(content, [rule.id]);
      const [before, after] = [await countsOf(content), await countsOf(once)];
      if (after[rule.id] === undefined) gone += 1;
      // Only what it could not mend safely is left, as it was.
      else expect(after[rule.id]).toBe(before[rule.id]);
      for (const [id, n] of Object.entries(after))
        expect([id, n]).toEqual([id, Math.min(n, before[id] ?? 0)]);
      expect(await mended(once, [rule.id])).toBe(once);
    }
    expect(gone).toBeGreaterThan(0);
  });

  test('any text is mended once and for all', () => {
    const text = fc.string({
      unit: fc.constantFrom(
        ' ',
        'a',
        '\u0000',
        '\u00a0',
        '\r',
        '\n',
        '\u200b',
        '`',
        '\u001b',
        '[0m',
        '【1†s】',
        '\u{e0041}',
        '.',
      ),
    });
    fc.assert(
      fc.property(text, (given) => {
        const once = rule.fixText?.(given) ?? given;
        expect(rule.fixText?.(once)).toBe(once);
      }),
      { seed: 51_778, numRuns: 500 },
    );
  });
});

test('no byte changes beside the mended text', async () => {
  const line =
    '{ "id" : 1.0, "messages":[{"role":"user","content":"\\u0041"}, {"role":"assistant","content":"a\\u200bb"}],"big":12345678901234567890}';
  const broken = '{"messages": [';
  const clean =
    '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello"}] , "x":1e2}';
  expect(await mended(`${line}\n${broken}\n${clean}\n`)).toBe(
    `${line.replace('a\\u200bb', 'ab')}\n${broken}\n${clean}\n`,
  );
});

describeShared('the public sets', () => {
  test.each([
    'mlx-lora/train.jsonl',
    'llama-factory/v1_sft_demo.jsonl',
    'microsoft-foundry/chat_train.jsonl',
  ])('%s: mended once and for all', async (name) => {
    const content = readFileSync(sharedPath(name));
    const once = await mended(content);
    expect(await mended(once)).toBe(once);
    const lines = content.toString('utf8').trimEnd().split('\n');
    expect(once.trimEnd().split('\n')).toHaveLength(lines.length);
  });
});
