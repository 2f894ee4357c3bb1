// OpenAI's preference records: what is taken, and one mutation for each documented refusal.

import { expect, test } from 'vitest';
import { check } from '../../src/index.ts';
import type { JsonObject, JsonValue } from '../../src/model/json.ts';
import { checkContent, linesOf } from '../support/check-lines.ts';
import { describeShared, sharedPath } from '../support/shared-data.ts';

const user = { role: 'user', content: 'How much is 2 and 2?' };
const says = (content: string) => [{ role: 'assistant', content }];
const input = { messages: [user] };
const pair = (more: object = {}): JsonObject => ({
  input,
  preferred_output: says('It is 4.'),
  non_preferred_output: says('It is 5.'),
  ...more,
});
const around = Array.from({ length: 10 }, (_, i) => ({
  input: { messages: [{ role: 'user', content: `How much is ${i} and 1?` }] },
  preferred_output: says(`It makes ${i + 1} in all.`),
  non_preferred_output: says(`I think that ${i} is right.`),
}));

async function findingsOn(record: JsonValue): Promise<string[]> {
  const report = await checkContent(linesOf([...around, record]), { target: 'openai-dpo' });
  return report.findings
    .filter(({ at }) => at?.index === 10)
    .map(({ rule, severity, pointer }) => `${severity} ${rule} ${pointer}`.trim())
    .toSorted();
}

test.each<[string, JsonValue, readonly string[]]>([
  ['a pair', pair(), []],
  ['a pair with a tool', pair({ input: { ...input, tools: [], parallel_tool_calls: true } }), []],
  ['a key beside the pair', pair({ score: 3 }), ['error structure/unknown-key /score']],
  [
    'a key in the input',
    pair({ input: { ...input, topic: 'sums' } }),
    ['error structure/unknown-key /input/topic'],
  ],
  [
    'two preferred messages',
    pair({ preferred_output: [...says('It is'), ...says('4.')] }),
    ['error structure/schema-violation /preferred_output'],
  ],
  [
    'an answer by the user',
    pair({ non_preferred_output: [{ role: 'user', content: 'Five?' }] }),
    ['error structure/schema-violation /non_preferred_output/0/role'],
  ],
  ['no worse answer', { input, preferred_output: says('It is 4.') }, ['error structure/missing-field']],
  [
    'the interim names',
    { input, preferred_completion: says('It is 4.'), non_preferred_completion: says('It is 5.') },
    [
      'error target/openai-interim-spelling /non_preferred_completion',
      'error target/openai-interim-spelling /preferred_completion',
    ],
  ],
  [
    'a bad role in the prompt',
    pair({ input: { messages: [{ role: 'human', content: 'How much is 2 and 2?' }] } }),
    ['error roles/unknown-role /input/messages/0/role'],
  ],
])('%s', async (_, record, expected) => {
  expect(await findingsOn(record)).toEqual(expected);
});

test('a supervised set is told that it is one', async () => {
  const chat = { messages: [user, ...says('It is 4.')] };
  const report = await checkContent(linesOf(Array.from({ length: 10 }, () => chat)), {
    target: 'openai-dpo',
  });
  expect(report.counts['target/unexpected-format']).toBe(1);
});

describeShared('the owner’s own example', () => {
  test('microsoft-foundry/orca_dpo_pairs_validation.jsonl has no error', async () => {
    const report = await check(
      [sharedPath('microsoft-foundry/orca_dpo_pairs_validation.jsonl')],
      { target: 'openai-dpo', today: '2026-11-24' },
      { threads: 0 },
    );
    expect(report.figures.sources[0]?.format).toBe('openai-preference');
    expect(report.totals.error).toBe(0);
  });
});
