// Writes a file beside itself and renames it: what stands at a path is whole, or is what stood there before.

import { randomBytes } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UserError } from '../model/error.ts';

/** A file in the making. Nothing appears at its path until `commit`; `discard` leaves nothing behind. */
export interface NewFile {
  write(text: string): Promise<void>;
  commit(): Promise<void>;
  discard(): Promise<void>;
}

/** @throws UserError when the folder is missing or may not be written to */
export async function createFile(path: string): Promise<NewFile> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  let file: FileHandle;
  try {
    file = await open(temporary, 'wx');
  } catch (cause) {
    throw unwritable(path, cause);
  }
  const discard = async (): Promise<void> => {
    await file.close().catch(() => {});
    await rm(temporary, { force: true });
  };
  return {
    async write(text) {
      try {
        await file.writeFile(text);
      } catch (cause) {
        await discard();
        throw unwritable(path, cause);
      }
    },
    async commit() {
      try {
        await file.close();
        await rename(temporary, path);
      } catch (cause) {
        await discard();
        throw unwritable(path, cause);
      }
    },
    discard,
  };
}

function unwritable(path: string, cause: unknown): UserError {
  const code = (cause as NodeJS.ErrnoException).code ?? 'unknown reason';
  const hint =
    code === 'ENOENT'
      ? 'its folder does not exist'
      : code === 'ENOSPC'
        ? 'the disk is full'
        : code === 'EISDIR' || code === 'ENOTDIR'
          ? 'name a file'
          : 'look at the permissions of its folder';
  return new UserError('unwritable-output', `${path} cannot be written (${code})`, { hint, cause });
}
