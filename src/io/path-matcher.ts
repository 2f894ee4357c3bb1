// Globs over paths: the door to picomatch.

import picomatch from 'picomatch';

/** Whether a path (with `/`) matches a glob; a pattern without a slash matches the last part of the path. */
export const pathMatcher = (glob: string): ((path: string) => boolean) =>
  picomatch(glob.replace(/^\.\//, ''), { dot: true, basename: !glob.includes('/') });

/** Whether a path (with `/`) matches a glob as a shell reads it: without a slash it speaks of one folder. */
export const globMatcher = (glob: string): ((path: string) => boolean) =>
  picomatch(glob.replace(/^(?:\.\/)+/, ''));

/** Whether a path has the marks of a pattern. */
export const isGlob = (path: string): boolean => picomatch.scan(path).isGlob;

/** The folder at the beginning of a glob that has no such marks. */
export const globBase = (glob: string): string => picomatch.scan(glob).base;
