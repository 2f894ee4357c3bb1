// A file for numbers that memory has no room for: written once, read where they are needed, gone with its folder.

import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Where words of 32 bits stand. */
export interface Stored {
  readonly file: string;
  /** In words. */
  readonly at: number;
}

/** Writes into one file of its own; reads what any store of the same machine has written. */
export class WordFile {
  readonly budget: number;
  readonly #path: string;
  #written = 0;
  #output: number | undefined;
  readonly #inputs = new Map<string, number>();

  /** `budget` is told to whoever asks how much may stay in memory. */
  constructor(folder: string, name: string, budget: number) {
    this.#path = join(folder, `${name}.words`);
    this.budget = budget;
  }

  write(words: Uint32Array): Stored {
    this.#output ??= openSync(this.#path, 'w');
    const bytes = new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
    for (let done = 0; done < bytes.length; ) {
      done += writeSync(this.#output, bytes, done, bytes.length - done);
    }
    const at = this.#written;
    this.#written += words.length;
    return { file: this.#path, at };
  }

  read({ file, at }: Stored, from: number, length: number): Uint32Array {
    const words = new Uint32Array(length);
    const bytes = new Uint8Array(words.buffer);
    const input = this.#open(file);
    for (let done = 0; done < bytes.length; ) {
      const read = readSync(input, bytes, done, bytes.length - done, (at + from) * 4 + done);
      if (read === 0) throw new Error(`${file} ends too early`);
      done += read;
    }
    return words;
  }

  close(): void {
    if (this.#output !== undefined) closeSync(this.#output);
    for (const input of this.#inputs.values()) closeSync(input);
    this.#output = undefined;
    this.#inputs.clear();
  }

  #open(file: string): number {
    let input = this.#inputs.get(file);
    if (input === undefined) {
      input = openSync(file, 'r');
      this.#inputs.set(file, input);
    }
    return input;
  }
}
