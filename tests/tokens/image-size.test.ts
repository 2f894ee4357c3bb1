// Sizes of images by their first bytes, and what they add to a record.

import { describe, expect, test } from 'vitest';
import { render, renderHtml } from '../../src/index.ts';
import { imageSize } from '../../src/tokens/image-size.ts';
import { imageTokens } from '../../src/tokens/image-tokens.ts';
import { checkContent, linesOf } from '../support/check-lines.ts';

const uri = (type: string, bytes: readonly number[]): string =>
  `data:image/${type};base64,${Buffer.from([...bytes, ...new Array(16).fill(0)]).toString('base64')}`;
const big = (n: number): number[] => [(n >>> 24) & 255, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];
const ascii = (text: string): number[] => [...Buffer.from(text, 'latin1')];

const png = (width: number, height: number): string =>
  uri('png', [
    0x89,
    0x50,
    0x4e,
    0x47,
    13,
    10,
    26,
    10,
    ...big(13),
    ...ascii('IHDR'),
    ...big(width),
    ...big(height),
  ]);

describe('imageSize', () => {
  test.each([
    ['PNG', png(1024, 768), 1024, 768],
    ['GIF', uri('gif', [...ascii('GIF89a'), 64, 1, 200, 0, ...new Array(16).fill(0)]), 320, 200],
    [
      'JPEG with a segment before its frame',
      uri(
        'jpeg',
        [0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc4, 0, 3, 9, 0xff, 0xc2, 0, 17, 8, 1, 224, 2, 128, 3],
      ),
      640,
      480,
    ],
    [
      'WEBP, extended',
      uri('webp', [
        ...ascii('RIFF'),
        0,
        0,
        0,
        0,
        ...ascii('WEBPVP8X'),
        10,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        255,
        3,
        0,
        255,
        1,
        0,
      ]),
      1024,
      512,
    ],
    [
      'WEBP, lossy',
      uri('webp', [
        ...ascii('RIFF'),
        0,
        0,
        0,
        0,
        ...ascii('WEBPVP8 '),
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0x9d,
        1,
        0x2a,
        128,
        2,
        224,
        1,
      ]),
      640,
      480,
    ],
    [
      'WEBP, lossless',
      uri('webp', [
        ...ascii('RIFF'),
        0,
        0,
        0,
        0,
        ...ascii('WEBPVP8L'),
        0,
        0,
        0,
        0,
        0x2f,
        ...[127, 194, 119, 0],
      ]),
      640,
      480,
    ],
  ])('%s', (_, url, width, height) => {
    expect(imageSize(url)).toEqual({ width, height });
  });

  test.each([
    ['an address', 'https://example.com/a.png'],
    ['no base64', 'data:image/svg+xml,<svg/>'],
    ['too short', 'data:image/png;base64,iVBORw0KGgo='],
    ['no image', `data:image/png;base64,${Buffer.alloc(64, 7).toString('base64')}`],
    ['a JPEG that ends early', uri('jpeg', [0xff, 0xd8, 0xff, 0xe0, 255, 255])],
  ])('%s has none', (_, url) => {
    expect(imageSize(url)).toBeUndefined();
  });
});

test('an image counts beside the texts, by the table of the model', async () => {
  const record = (content: unknown) => ({
    messages: [
      { role: 'user', content },
      { role: 'assistant', content: 'A dot.' },
    ],
  });
  const framing = async (content: unknown) =>
    (await checkContent(linesOf([record(content)]), { model: 'gpt-4o' })).figures.tokens.framing;
  const part = (detail: string) => ({ type: 'image_url', image_url: { url: png(1024, 1024), detail } });
  const plain = await framing([{ type: 'text', text: 'What?' }]);
  expect((await framing([{ type: 'text', text: 'What?' }, part('high')])) - plain).toBe(
    imageTokens('tiles-85', { width: 1024, height: 1024 }),
  );
  expect((await framing([{ type: 'text', text: 'What?' }, part('low')])) - plain).toBe(85);
});

test('an image behind an address is in no figure, and the report says so', async () => {
  const image = { type: 'image_url', image_url: { url: 'https://example.com/dot.png' } };
  const line = {
    messages: [
      { role: 'user', content: [image, image, { type: 'text', text: 'What?' }] },
      { role: 'assistant', content: 'A dot.' },
    ],
  };
  const report = await checkContent(linesOf([line]), { model: 'gpt-4o' });
  expect(report.figures.tokens.unsizedImages).toBe(2);
  for (const page of [render(report, 'text'), await renderHtml(report)]) {
    expect(page.replaceAll(/\s+/g, ' ')).toContain('2 images of unknown size or price are not counted');
  }
});
