// A line of progress on standard error: drawn only on a terminal, only when the work is long, and wiped afterwards.

import { plainLine, showsColor, type Terminal, widthOf } from './terminal.ts';

export interface ProgressLine {
  /** `total` is undefined where nobody can know, as for standard input. */
  show(done: number, total: number | undefined, what: string): void;
  clear(): void;
}

/** Short work shows nothing; a line that flashes by is worse than none. */
const SILENT_MS = 300;
const REDRAW_MS = 80;
const BAR = 24;

const NONE: ProgressLine = { show() {}, clear() {} };

export function openProgress(terminal: Terminal, wanted: boolean): ProgressLine {
  const { stderr, env } = terminal;
  if (!wanted || stderr.isTTY !== true || env.TERM === 'dumb') return NONE;
  const started = performance.now();
  const dim = showsColor(stderr, env)
    ? (text: string) => `\u001b[2m${text}\u001b[22m`
    : (text: string) => text;
  let drawn = 0;
  let visible = false;
  return {
    show(done, total, what) {
      const now = performance.now();
      if (now - started < SILENT_MS || now - drawn < REDRAW_MS) return;
      drawn = now;
      visible = true;
      const amount = total === undefined ? megabytes(done) : bar(done / Math.max(1, total));
      const room = widthOf(stderr, env) - BAR - 20;
      const name = what.length > room ? `…${what.slice(-room)}` : what;
      stderr.write(`\r\u001b[K${amount} ${dim(plainLine(name))}`);
    },
    clear() {
      if (visible) stderr.write('\r\u001b[K');
      visible = false;
    },
  };
}

function bar(share: number): string {
  const filled = Math.min(BAR, Math.floor(share * BAR));
  const percent = `${Math.min(100, Math.floor(share * 100))}`.padStart(3);
  return `${'█'.repeat(filled)}${'░'.repeat(BAR - filled)} ${percent} %`;
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0).padStart(6)} MB`;
