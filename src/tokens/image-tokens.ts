// What an image costs in tokens on OpenAI's models, by tiles or by patches.
import type { Citation } from '../model/citation.ts';
import type { ImageSize } from './image-size.ts';

export type ImagePricing =
  | 'tiles-85'
  | 'tiles-2833'
  | 'tiles-75'
  | 'tiles-gpt-5'
  | 'patches-1.62'
  | 'patches-2.46'
  | 'patches-1.72';

interface TilePricing {
  readonly base: number;
  readonly perTile: number;
}

const TILES: Readonly<Record<string, TilePricing>> = {
  'tiles-85': { base: 85, perTile: 170 },
  'tiles-2833': { base: 2833, perTile: 5667 },
  'tiles-75': { base: 75, perTile: 150 },
  'tiles-gpt-5': { base: 70, perTile: 140 },
};

// Users report other factors on bills for the gpt-5 ones (1.2 and 1.5); these are the documented ones.
const PATCHES: Readonly<Record<string, number>> = {
  'patches-1.62': 1.62,
  'patches-2.46': 2.46,
  'patches-1.72': 1.72,
};

const LARGEST = 2048;
const SHORT_SIDE = 768;
const TILE = 512;
const PATCH = 32;
const MOST_PATCHES = 1536;

/** Where the figures come from. Rounding on real bills differs by a patch or two. */
export const IMAGE_SOURCE: Citation = {
  title: 'Images and vision, calculating costs (OpenAI)',
  url: 'https://platform.openai.com/docs/guides/images-vision',
  read: '2026-11-22',
};

export type ImageDetail = 'low' | 'high' | 'auto';

/**
 * Tokens of an image of so many pixels. `low` detail has one price on tile models, whatever the size; patch models
 * know no detail. Undefined where the price hangs on a size that is not known.
 */
export function imageTokens(
  pricing: ImagePricing,
  size: ImageSize | undefined,
  detail: ImageDetail = 'auto',
): number | undefined {
  const tiles = TILES[pricing];
  if (tiles !== undefined && detail === 'low') return tiles.base;
  if (size === undefined) return undefined;
  const { width, height } = size;
  if (tiles !== undefined) return tiles.base + tiles.perTile * tileCount(width, height);
  return Math.ceil(patchCount(width, height) * (PATCHES[pricing] as number));
}

/** 512-pixel tiles of an image fitted into 2048 × 2048 and then to a short side of 768 at most. */
function tileCount(width: number, height: number): number {
  const fit = Math.min(1, LARGEST / Math.max(width, height));
  const short = Math.min(1, SHORT_SIDE / (Math.min(width, height) * fit));
  const scale = fit * short;
  return Math.ceil(Math.round(width * scale) / TILE) * Math.ceil(Math.round(height * scale) / TILE);
}

/** 32-pixel patches, after shrinking an image that would need more than 1,536 of them. */
function patchCount(width: number, height: number): number {
  const patches = Math.ceil(width / PATCH) * Math.ceil(height / PATCH);
  if (patches <= MOST_PATCHES) return patches;
  let scale = Math.sqrt((MOST_PATCHES * PATCH * PATCH) / (width * height));
  // Shrunk once more so that the patches fill one side exactly.
  const across = (width * scale) / PATCH;
  const down = (height * scale) / PATCH;
  scale *= Math.min(Math.floor(across) / across, Math.floor(down) / down);
  const shrunk = Math.ceil(round(width * scale) / PATCH) * Math.ceil(round(height * scale) / PATCH);
  return Math.min(MOST_PATCHES, shrunk);
}

/** Takes away what floating point leaves behind, so that 1056.0000000001 pixels are not a patch more. */
function round(pixels: number): number {
  return Math.round(pixels * 1e6) / 1e6;
}
