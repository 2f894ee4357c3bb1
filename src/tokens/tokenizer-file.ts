// A vocabulary that the user names by its file: found, fingerprinted, and read by whoever can do so exactly.
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { UserError } from '../model/error.ts';
import { isObject, type JsonObject, member } from '../model/json.ts';
import type { FlatRecipe } from './flat-counter.ts';
import { createHuggingfaceCounter, type HuggingfaceRecipe, inexactPart } from './huggingface.ts';
import { readTekken, readTiktokenFile } from './ranks-file.ts';
import { readFlatTokenizer } from './tokenizer-json.ts';

/** The names looked for in a folder, first one first. */
const IN_FOLDER = ['tokenizer.json', 'tekken.json'] as const;
/** Larger than every vocabulary seen (Gemma's is 33 MB), small enough to parse. */
const LARGEST = 256 << 20;

const HINT = 'name a tokenizer.json, a tekken.json or a .tiktoken file';

/**
 * What makes a counter from the file or folder at `path`; undefined if there is nothing there.
 * Throws a UserError for a file that cannot be served exactly.
 */
export async function readTokenizerFile(path: string): Promise<FlatRecipe | HuggingfaceRecipe | undefined> {
  const found = findFile(path);
  if (found === undefined) return undefined;
  const bytes = readBytes(found);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (found.endsWith('.tiktoken')) {
    const read = readTiktokenFile(basename(found), bytes);
    if (typeof read === 'string') throw refused(found, read);
    return { kind: 'flat', id: path, sha256, ...read, nfc: false };
  }
  const file = parse(found, bytes);
  if (isObject(member(file, 'config')) && Array.isArray(member(file, 'vocab'))) {
    const read = readTekken(file);
    if (typeof read === 'string') throw refused(found, read);
    return { kind: 'flat', id: path, sha256, ...read, nfc: false };
  }
  if (!isObject(member(file, 'model'))) throw refused(found, 'it is no tokenizer.json and no tekken.json');
  // Both engines would count wrongly in silence.
  const inexact = inexactPart(file);
  if (inexact !== undefined) throw refused(found, inexact);
  const flat = readFlatTokenizer(file);
  if (typeof flat !== 'string') return { kind: 'flat', id: path, sha256, ...flat };
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  shared.set(bytes);
  const recipe: HuggingfaceRecipe = { kind: 'huggingface', id: path, sha256, because: flat, file: shared };
  try {
    // What the package cannot read should stop the run here, not on a worker's thread.
    const counter = await createHuggingfaceCounter(recipe);
    counter.count(Buffer.from('a'), 1, 'a');
  } catch (cause) {
    throw refused(
      found,
      `no engine can read it (${cause instanceof Error ? cause.message : String(cause)})`,
      cause,
    );
  }
  return recipe;
}

function findFile(path: string): string | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return undefined;
  if (!stats.isDirectory()) return path;
  for (const name of IN_FOLDER) {
    const inside = join(path, name);
    if (statSync(inside, { throwIfNoEntry: false })?.isFile() === true) return inside;
  }
  throw refused(path, `the folder holds no ${IN_FOLDER.join(' and no ')}`);
}

function readBytes(path: string): Buffer {
  try {
    if (statSync(path).size > LARGEST) throw refused(path, 'it is larger than any vocabulary');
    return readFileSync(path);
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw refused(
      path,
      `it cannot be read (${cause instanceof Error ? cause.message : String(cause)})`,
      cause,
    );
  }
}

function parse(path: string, bytes: Buffer): JsonObject {
  const name = basename(path);
  if (name.endsWith('.model')) {
    throw refused(
      path,
      'it is a SentencePiece model',
      undefined,
      'name the tokenizer.json of the same model',
    );
  }
  try {
    const file: unknown = JSON.parse(bytes.toString('utf8'));
    if (isObject(file)) return file;
  } catch {
    // Told below, as for JSON that is no object.
  }
  throw refused(path, 'it is not a JSON object');
}

function refused(path: string, reason: string, cause?: unknown, hint = HINT): UserError {
  return new UserError('bad-tokenizer', `cannot count with ${path}: ${reason}`, { hint, cause });
}
