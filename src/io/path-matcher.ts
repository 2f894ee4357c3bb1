// Globs over paths: the door to picomatch.

import picomatch from 'picomatch';

/** Whether a path (with `/`) matches a glob; a pattern without a slash matches the last part of the path. */
export const pathMatcher = (glob: string): ((path: string) => boolean) =>
  picomatch(glob, { dot: true, basename: !glob.includes('/') });
