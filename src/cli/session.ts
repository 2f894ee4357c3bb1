// What a command is given besides its flags.

import type { Terminal } from './terminal.ts';

export interface Session {
  readonly terminal: Terminal;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  /** Sets the exit code of a run that ended well. */
  exit(code: number): void;
}
