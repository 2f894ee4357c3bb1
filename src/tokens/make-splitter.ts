// From the plain description of a split, which can be sent to another thread, to the function that does it.
import type { CharClasses } from './char-classes.ts';
import { makeCl100kSplitter } from './split-cl100k.ts';
import { makeDeepseekSplitter } from './split-deepseek.ts';
import { makeGpt2Splitter } from './split-gpt2.ts';
import { makeO200kSplitter } from './split-o200k.ts';
import type { Splitter } from './splitter.ts';

/** A family of splits and the points in which its members differ. */
export type SplitSpec =
  | { readonly family: 'o200k'; readonly contractions: boolean; readonly digits: number }
  | { readonly family: 'cl100k'; readonly digits: number }
  | { readonly family: 'gpt2'; readonly loneDigits: boolean }
  | { readonly family: 'deepseek' };

/** Makes the splitter that `spec` describes. */
export function makeSplitter(classes: CharClasses, spec: SplitSpec): Splitter {
  switch (spec.family) {
    case 'o200k':
      return makeO200kSplitter(classes, spec);
    case 'cl100k':
      return makeCl100kSplitter(classes, spec);
    case 'gpt2':
      return makeGpt2Splitter(classes, spec);
    case 'deepseek':
      return makeDeepseekSplitter(classes);
  }
}
