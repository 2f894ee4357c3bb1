// Stopping in the middle: waits end with an error as soon as the signal says so, even for bytes that may never come.

import { UserError } from '../model/error.ts';

/** What `work` gives, or a UserError `interrupted`. */
export async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  const interrupted = (): UserError => new UserError('interrupted', 'interrupted');
  // A promise of its own for every wait: racing with one that lives as long as the run would keep them all.
  let onAbort = (): void => {};
  try {
    return await new Promise<T>((resolve, reject) => {
      onAbort = () => reject(interrupted());
      if (signal.aborted) onAbort();
      signal.addEventListener('abort', onAbort);
      work.then(resolve, reject);
    });
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

export async function* untilAborted<T>(
  items: AsyncGenerator<T, void, undefined>,
  signal: AbortSignal | undefined,
): AsyncGenerator<T, void, undefined> {
  try {
    for (;;) {
      const next = await unlessAborted(items.next(), signal);
      if (next.done) return;
      yield next.value;
    }
  } finally {
    const closed = items.return();
    // An interrupted read may never end, and then nobody waits for it.
    if (signal?.aborted === true) closed.catch(() => {});
    else await closed;
  }
}
