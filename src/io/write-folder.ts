// Writes a folder beside itself and renames it: all of it appears at once, or nothing does.

import { mkdir, realpath, rm, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import type { Writable } from 'node:stream';
import { UserError } from '../model/error.ts';
import type { RecordWriter } from './record-writer.ts';
import { createFile, existing, moveTo, type NewFile, temporaryName, unwritable } from './write-file.ts';
import { createRecords } from './write-records.ts';

/** A folder in the making. Nothing appears at its path until `commit`; `discard` leaves nothing behind. */
export interface NewFolder {
  /** Begins a file of that name in it. */
  file(name: string): Promise<NewFile>;
  /** Begins a file of records; its ending names the container. */
  records(name: string): Promise<RecordWriter>;
  /** Call it when every file was committed. */
  commit(): Promise<void>;
  discard(): Promise<void>;
}

export interface FolderOptions {
  /** Whether what stands there may go. */
  readonly force: boolean;
  /** Files that must not go with it. */
  readonly inputs: readonly string[];
  readonly stdout: Writable;
}

/**
 * Begins a folder.
 * @throws UserError when something stands there and may not go, when an input or the current folder lies inside of
 * it, or when the folder around it is missing or may not be written to
 */
export async function createFolder(path: string, options: FolderOptions): Promise<NewFolder> {
  // Behind a link stands the folder to replace, not the link.
  const target = await realpath(path).catch(() => resolve(path));
  if (await stands(target)) {
    if (!options.force) throw existing(path);
    await refuseToLose(target, path, options.inputs);
  }
  const temporary = temporaryName(target);
  try {
    await mkdir(temporary);
  } catch (cause) {
    throw unwritable(path, cause);
  }
  const open = new Set<NewFile | RecordWriter>();
  const discard = async (): Promise<void> => {
    for (const file of open) await file.discard();
    open.clear();
    await rm(temporary, { recursive: true, force: true, maxRetries: 3 });
  };
  const nameOf = (name: string): string => join(path, name);
  return {
    discard,
    async file(name) {
      const file = await createFile(join(temporary, name), { name: nameOf(name) });
      open.add(file);
      return file;
    },
    async records(name) {
      const { stdout } = options;
      const records = await createRecords(join(temporary, name), { name: nameOf(name), stdout });
      open.add(records);
      return records;
    },
    async commit() {
      try {
        // It may have come to stand there since; a rename would put an empty folder out of the way without a word.
        const old = (await stands(target)) ? temporaryName(target, 'old') : undefined;
        if (old !== undefined && !options.force) throw existing(path);
        await swap(temporary, target, old);
      } catch (cause) {
        await discard();
        throw unwritable(path, cause);
      }
    },
  };
}

/** Puts `made` where `target` is named; what stood there goes to `old` first, and back again when that fails. */
async function swap(made: string, target: string, old: string | undefined): Promise<void> {
  if (old === undefined) return moveTo(made, target);
  await moveTo(target, old);
  try {
    await moveTo(made, target);
  } catch (cause) {
    await moveTo(old, target);
    throw cause;
  }
  // The new folder stands; an old one that will not go is no reason to call that a failure.
  await rm(old, { recursive: true, force: true, maxRetries: 3 }).catch(() => {});
}

const stands = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** Replacing a folder deletes all that is in it. */
async function refuseToLose(target: string, name: string, inputs: readonly string[]): Promise<void> {
  for (const input of ['.', ...inputs]) {
    const inner = await realpath(input).catch(() => resolve(input));
    const way = relative(target, inner);
    if (way === '..' || way.startsWith(`..${sep}`) || resolve(way) === way) continue;
    const what = input === '.' ? 'the current folder' : `the input ${input}`;
    throw new UserError('output-exists', `${name} holds ${what}, which would be deleted with it`, {
      hint: 'write to another folder',
    });
  }
}
