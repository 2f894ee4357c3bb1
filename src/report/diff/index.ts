// The forms of a comparison.

import type { DiffReporter } from '../../model/set-diff.ts';
import { diffHtml } from './html.ts';
import { diffJson } from './json.ts';
import { diffMarkdown } from './markdown.ts';
import { diffText } from './text.ts';

export const DIFF_REPORTERS: readonly DiffReporter[] = [diffText, diffJson, diffMarkdown, diffHtml];
