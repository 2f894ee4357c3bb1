// Writes a file beside itself and renames it: what stands at a path is whole, or is what stood there before.

import { randomBytes } from 'node:crypto';
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UserError } from '../model/error.ts';

/** Names of what the process or the shell holds open, whatever is behind it. */
const OPEN_ALREADY = /^\/(?:dev\/(?:std|fd\/)|proc\/)/;

/** A file in the making. Nothing appears at its path until `commit`; `discard` leaves nothing behind. */
export interface NewFile {
  write(text: string): Promise<void>;
  commit(): Promise<void>;
  discard(): Promise<void>;
}

/** @throws UserError when the folder is missing or may not be written to */
export async function createFile(path: string): Promise<NewFile> {
  const there = await stat(path).catch(() => undefined);
  if (there?.isDirectory() === true) throw unwritable(path, { code: 'EISDIR' });
  // A device or a pipe (/dev/null, a shell's >(…)) is written to; a rename would put a file in its place.
  if (there?.isFile() === false || OPEN_ALREADY.test(path)) return openStream(path);
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

async function openStream(path: string): Promise<NewFile> {
  const file = await open(path, 'a').catch((cause) => {
    throw unwritable(path, cause);
  });
  const close = () => file.close().catch(() => {});
  return {
    async write(text) {
      try {
        await file.writeFile(text);
      } catch (cause) {
        // Who read the pipe has gone away, as `| head` does.
        if ((cause as NodeJS.ErrnoException).code !== 'EPIPE') throw unwritable(path, cause);
      }
    },
    commit: close,
    discard: close,
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
