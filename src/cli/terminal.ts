// The terminal: how wide it is, whether it shows colour, and the only place that writes to it.

import { UserError } from '../model/error.ts';
import type { View } from '../model/report.ts';

/** Where a command reads and writes; tests hand over streams of their own. */
export interface Terminal {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly stdin: NodeJS.ReadStream;
  readonly env: NodeJS.ProcessEnv;
}

const NARROWEST = 40;
/** Wider lines are hard to read; places and paths may still run over. */
const WIDEST = 120;
const WITHOUT_TERMINAL = 100;

/** COLUMNS wins, so that output can be made the same anywhere. */
export function widthOf(stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv): number {
  const asked = Number(env.COLUMNS);
  const columns = Number.isInteger(asked) && asked > 0 ? asked : (stream.columns ?? WITHOUT_TERMINAL);
  return Math.min(WIDEST, Math.max(NARROWEST, columns));
}

/** See no-color.org; FORCE_COLOR turns colour on where there is no terminal, as in CI logs. */
export function showsColor(stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv): boolean {
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false;
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0') return true;
  return stream.isTTY === true && env.TERM !== 'dumb';
}

export const viewFor = (terminal: Terminal, examples: number): View => ({
  width: widthOf(terminal.stdout, terminal.env),
  color: showsColor(terminal.stdout, terminal.env),
  examples,
});

/**
 * Resolves when the text is handed over; a reader that has gone away (`| head`) is no error.
 * @throws UserError for any other reason not to take it, as a full disk
 */
export function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    if (stream.destroyed || !stream.writable) return resolve();
    stream.write(text, (cause) => {
      const code = (cause as NodeJS.ErrnoException | null | undefined)?.code;
      if (cause == null || code === 'EPIPE') return resolve();
      const message = `the output cannot be written (${code ?? cause.message})`;
      reject(new UserError('unwritable-output', message, { cause }));
    });
  });
}

/** A text that came from outside (a path, a flag) as one harmless line. */
export const plainLine = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, '\uFFFD');
