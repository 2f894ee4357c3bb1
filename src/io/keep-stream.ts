// Standard input kept in a file, so that it can be read more than once.

import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { unreadable } from './source.ts';

/** Writes all of a stream to a file in that folder; each call of the answer reads it from its beginning. */
export async function keepStream(stream: Readable, folder: string): Promise<() => Readable> {
  const path = join(folder, 'stdin');
  try {
    const file = await open(path, 'w');
    try {
      for await (const chunk of stream as AsyncIterable<Uint8Array>) await file.writeFile(chunk);
    } finally {
      await file.close();
    }
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).syscall === undefined) throw cause;
    throw unreadable('<stdin>', cause);
  }
  return () => createReadStream(path);
}
