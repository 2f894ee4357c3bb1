// When two labels are one label in two spellings.

import { foldText } from '../text/normal-forms.ts';

/** Equal for spellings of one label: case, white space, quotes, hyphens and a final mark do not count; `+` and `#` do. */
export const spelling = (label: string): string =>
  foldText(label)
    .replace(/["'“”‘’`.,;:!?()[\]]/g, '')
    .replace(/[\s_-]+/g, ' ')
    .trim();
