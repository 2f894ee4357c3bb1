// The one error class: the request was wrong (exit 2) or the run was stopped (130); everything about data is a finding.

export type ErrorCode =
  | 'usage'
  | 'no-input'
  | 'unreadable-source'
  | 'unsupported-container'
  | 'output-exists'
  | 'unwritable-output'
  | 'unknown-format'
  | 'unknown-target'
  | 'unknown-rule'
  | 'unknown-goal'
  | 'unknown-model'
  | 'bad-config'
  | 'bad-schema'
  | 'bad-tokenizer'
  | 'bad-baseline'
  | 'interrupted';

/** A fault of the request, told in one line with a hint; thrown only at the edges (io, tokens, config, cli). */
export class UserError extends Error {
  readonly code: ErrorCode;
  readonly hint: string | undefined;

  constructor(code: ErrorCode, message: string, more: { hint?: string; cause?: unknown } = {}) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause });
    this.name = 'UserError';
    this.code = code;
    this.hint = more.hint;
  }
}
