// Together: three shapes of record, one finding for each of its documented refusals.

import { describe, expect, test } from 'vitest';
import type { JsonObject, JsonValue } from '../../src/model/json.ts';
import { checkContent, linesOf } from '../support/check-lines.ts';

const user = { role: 'user', content: 'What is the weather in Bonn?' };
const answer = { role: 'assistant', content: 'It is sunny.' };
const chat = (messages: readonly JsonValue[], more: object = {}): JsonObject => ({
  messages: [...messages],
  ...more,
});
const png = 'data:image/png;base64,iVBORw0KGgo=';
const image = (url: string) => ({ type: 'image_url', image_url: { url } });
const said = { role: 'assistant', content: [{ type: 'text', text: 'A dot.' }] };

async function findingsOn(record: JsonValue): Promise<string[]> {
  const report = await checkContent(linesOf([record]), { target: 'together-sft' });
  return report.findings
    .filter(({ at }) => at !== undefined)
    .map(({ rule, severity, pointer }) => `${severity} ${rule} ${pointer}`.trim());
}

describe('records that Together takes', () => {
  test.each<[string, JsonObject]>([
    ['a question and its answer', chat([user, answer])],
    ['a weight of the whole', chat([user, answer], { weight: 0.5 })],
    [
      'a weight on a user turn',
      chat([
        { ...user, weight: 0 },
        { ...answer, weight: 1 },
      ]),
    ],
    ['reasoning', chat([user, { ...answer, reasoning: 'It was yesterday.' }])],
    ['an image', chat([{ role: 'user', content: [image(png)] }, said])],
    ['plain text', { text: 'The sun shines over Bonn today, and nobody complains.', weight: 1 }],
    ['a pair', { prompt: 'What is the weather?', completion: 'It is sunny.', weight: 2 }],
  ])('%s', async (_, record) => {
    expect(await findingsOn(record)).toEqual([]);
  });
});

describe('records that Together refuses, or that train badly', () => {
  test.each<[string, JsonValue, readonly string[]]>([
    ['a key beside messages', chat([user, answer], { id: 1 }), ['error structure/unknown-key /id']],
    ['two shapes in one', chat([user, answer], { prompt: 'Hi' }), ['error structure/unknown-key /prompt']],
    [
      'text by another name',
      { content: 'The sun shines over Bonn today, and nobody complains.' },
      [
        'error structure/unknown-key /content',
        'error structure/missing-field',
        'error structure/missing-field',
      ],
    ],
    [
      'a key beside a pair',
      { prompt: 'What is the weather?', completion: 'It is sunny.', id: 1 },
      ['error structure/unknown-key /id'],
    ],
    [
      'a bad role',
      chat([{ role: 'human', content: 'Hi' }, answer]),
      ['error roles/unknown-role /messages/0/role'],
    ],
    [
      'a developer turn',
      chat([{ role: 'developer', content: 'Be brief.' }, user, answer]),
      ['error structure/schema-violation /messages/0/role'],
    ],
    ['no assistant', chat([user]), ['error roles/no-assistant /messages']],
    [
      'half a weight',
      chat([user, { ...answer, weight: 0.5 }]),
      ['error target/together-message-weight /messages/1/weight'],
    ],
    [
      'a weight of true',
      chat([user, { ...answer, weight: true }]),
      ['warning target/together-boolean-weight /messages/1/weight'],
    ],
    [
      'a weight on an image',
      chat([{ role: 'user', content: [image(png)], weight: 1 }, said]),
      ['error target/together-message-weight /messages/0/weight'],
    ],
    [
      'an image behind an address',
      chat([{ role: 'user', content: [image('https://example.com/a.png')] }, said]),
      ['error structure/schema-violation /messages/0/content/0/image_url/url'],
    ],
    [
      'a GIF',
      chat([{ role: 'user', content: [image('data:image/gif;base64,R0lGOD==')] }, said]),
      ['error target/unfit-image /messages/0/content/0'],
    ],
    [
      'eleven images',
      chat([{ role: 'user', content: Array.from({ length: 11 }, () => image(png)) }, said]),
      ['error target/too-many-images'],
    ],
    [
      'an image in an answer',
      chat([
        { role: 'user', content: [{ type: 'text', text: 'Draw.' }] },
        { role: 'assistant', content: [image(png)] },
      ]),
      [
        'error structure/schema-violation /messages/1/content/0/type',
        'error structure/missing-field /messages/1/content/0',
      ],
    ],
    ['text beside lists', chat([user, said]), ['error target/together-mixed-content /messages/1/content']],
    [
      'a negative weight of the whole',
      chat([user, answer], { weight: -1 }),
      ['error structure/schema-violation /weight'],
    ],
    ['a user turn at the end', chat([user, answer, user]), ['warning roles/last-not-assistant /messages/2']],
  ])('%s', async (_, record, expected) => {
    expect((await findingsOn(record)).toSorted()).toEqual([...expected].toSorted());
  });
});

test('the bare name of the service means this target, and it is open', async () => {
  const report = await checkContent(linesOf([chat([user, answer])]), { target: 'together' });
  expect(report.target).toMatchObject({ id: 'together-sft', status: { open: true } });
  expect(report.counts).toEqual({});
});
