// Writes a file beside itself and renames it: what stands at a path is whole, or is what stood there before.

import { randomBytes } from 'node:crypto';
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UserError } from '../model/error.ts';

/** Names of what the process or the shell holds open, whatever is behind it. */
const OPEN_ALREADY = /^\/(?:dev\/(?:std|fd\/|null$)|proc\/)/;

/** Standard streams, devices and pipes of the shell, which have no ending that could say what they take. */
export const isOpenAlready = (path: string): boolean => OPEN_ALREADY.test(path);

/** A file in the making. Nothing appears at its path until `commit`; `discard` leaves nothing behind. */
export interface NewFile {
  /** Bytes are taken before the promise is kept: their memory may be used again then. */
  write(data: string | Uint8Array): Promise<void>;
  commit(): Promise<void>;
  discard(): Promise<void>;
}

export interface FileOptions {
  /** What the user knows the file by, where it is made in a folder that has no name yet. */
  readonly name?: string;
  /** Whether a file that stands there may go; without a word it may. */
  readonly force?: boolean;
}

/** @throws UserError when the folder is missing or may not be written to, or a file stands there and `force` is false */
export async function createFile(path: string, options: FileOptions = {}): Promise<NewFile> {
  const name = options.name ?? path;
  const there = await stat(path).catch(() => undefined);
  if (there?.isDirectory() === true) throw unwritable(name, { code: 'EISDIR' });
  // A device or a pipe (/dev/null, a shell's >(…)) is written to; a rename would put a file in its place.
  if (there?.isFile() === false || isOpenAlready(path)) return openStream(path);
  if (there !== undefined && options.force === false) throw existing(name);
  const temporary = temporaryName(path);
  let file: FileHandle;
  try {
    file = await open(temporary, 'wx');
  } catch (cause) {
    throw unwritable(name, cause);
  }
  const discard = async (): Promise<void> => {
    await file.close().catch(() => {});
    await rm(temporary, { force: true });
  };
  return {
    async write(data) {
      try {
        await file.writeFile(data);
      } catch (cause) {
        await discard();
        throw unwritable(name, cause);
      }
    },
    async commit() {
      try {
        await file.close();
        await moveTo(temporary, path);
      } catch (cause) {
        await discard();
        throw unwritable(name, cause);
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
    async write(data) {
      try {
        await file.writeFile(data);
      } catch (cause) {
        // Who read the pipe has gone away, as `| head` does.
        if ((cause as NodeJS.ErrnoException).code !== 'EPIPE') throw unwritable(path, cause);
      }
    },
    commit: close,
    discard: close,
  };
}

/** A name beside `path` that nobody else has: what a run that was killed left behind never stands in the way. */
export const temporaryName = (path: string, ending = 'tmp'): string =>
  join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.${ending}`);

/** As long as a virus scanner or an indexer holds a new file open, Windows says no. */
const BUSY: ReadonlySet<unknown> = new Set(['EPERM', 'EACCES', 'EBUSY']);

/** A rename that is tried again where something else has a hand on the file for a moment. */
export async function moveTo(from: string, to: string): Promise<void> {
  for (let pause = 10; ; pause *= 2) {
    try {
      return await rename(from, to);
    } catch (cause) {
      if (process.platform !== 'win32' || pause > 1000) throw cause;
      if (!BUSY.has((cause as NodeJS.ErrnoException).code)) throw cause;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

/** The error for an output that would take the place of something. */
export const existing = (name: string): UserError =>
  new UserError('output-exists', `${name} exists already`, {
    hint: 'write to another path, or add --force to replace it',
  });

/** The error for a path that cannot be written to, by what the system says. */
export function unwritable(path: string, cause: unknown): UserError {
  if (cause instanceof UserError) return cause;
  const code = (cause as NodeJS.ErrnoException).code ?? 'unknown reason';
  const hint =
    code === 'ENOENT'
      ? 'its folder does not exist'
      : code === 'ENOSPC' || code === 'EDQUOT'
        ? 'the disk is full'
        : code === 'EISDIR' || code === 'ENOTDIR'
          ? 'name a file'
          : 'look at the permissions of its folder';
  return new UserError('unwritable-output', `${path} cannot be written (${code})`, { hint, cause });
}
