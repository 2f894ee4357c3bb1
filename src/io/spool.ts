// Lines kept until all have come, for containers whose head depends on the last record: in memory, and on disk beyond that.

import { type FileHandle, open, rm } from 'node:fs/promises';
import { temporaryName, unwritable } from './write-file.ts';

/** As much as may wait in memory; a larger set waits beside its file, where there must be room for it anyway. */
const MEMORY_BYTES = 16 << 20;
const CHUNK_BYTES = 1 << 20;
const LF = 0x0a;

/** Takes lines, and gives them all back in order. */
export class Spool {
  readonly #path: string;
  readonly #name: string;
  readonly #memoryBytes: number;
  #file: FileHandle | undefined;
  #chunks: Uint8Array[] = [];
  #buffer = new Uint8Array(CHUNK_BYTES);
  #length = 0;
  #held = 0;

  /** `path`: of the file that will be made of the lines; `name`: what the user knows it by. */
  constructor(path: string, name: string, memoryBytes = MEMORY_BYTES) {
    this.#path = temporaryName(path, 'spool');
    this.#name = name;
    this.#memoryBytes = memoryBytes;
  }

  /** Adds a line without its end; it holds no line feed. */
  add(line: Uint8Array): Promise<void> | undefined {
    if (this.#length + line.length + 1 > this.#buffer.length) {
      this.#hold();
      if (line.length >= this.#buffer.length) this.#buffer = new Uint8Array(line.length + 1);
    }
    this.#buffer.set(line, this.#length);
    this.#buffer[this.#length + line.length] = LF;
    this.#length += line.length + 1;
    return this.#held + this.#length > this.#memoryBytes ? this.#spill() : undefined;
  }

  #hold(): void {
    if (this.#length === 0) return;
    this.#chunks.push(this.#buffer.subarray(0, this.#length));
    this.#held += this.#length;
    this.#buffer = new Uint8Array(CHUNK_BYTES);
    this.#length = 0;
  }

  async #spill(): Promise<void> {
    this.#hold();
    try {
      this.#file ??= await open(this.#path, 'wx+');
      for (const chunk of this.#chunks) await this.#file.writeFile(chunk);
    } catch (cause) {
      await this.discard();
      throw unwritable(this.#name, cause);
    }
    this.#chunks = [];
    this.#held = 0;
  }

  /** Every line in order, without its end; its memory is used again for the next. */
  async *lines(): AsyncGenerator<Uint8Array, void, undefined> {
    if (this.#file !== undefined) {
      await this.#spill();
      yield* linesOf(this.#file);
    } else {
      this.#hold();
      for (const chunk of this.#chunks) {
        for (let start = 0; start < chunk.length; ) {
          const end = chunk.indexOf(LF, start);
          yield chunk.subarray(start, end);
          start = end + 1;
        }
      }
    }
  }

  async discard(): Promise<void> {
    this.#chunks = [];
    await this.#file?.close().catch(() => {});
    await rm(this.#path, { force: true });
  }
}

async function* linesOf(file: FileHandle): AsyncGenerator<Uint8Array, void, undefined> {
  let buffer = new Uint8Array(CHUNK_BYTES);
  let length = 0;
  let position = 0;
  for (;;) {
    const { bytesRead } = await file.read(buffer, length, buffer.length - length, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    let searched = length;
    length += bytesRead;
    let start = 0;
    for (;;) {
      const end = buffer.subarray(0, length).indexOf(LF, searched);
      if (end < 0) break;
      yield buffer.subarray(start, end);
      start = end + 1;
      searched = start;
    }
    buffer.copyWithin(0, start, length);
    length -= start;
    if (length === buffer.length) {
      const larger = new Uint8Array(buffer.length * 2);
      larger.set(buffer);
      buffer = larger;
    }
  }
}
