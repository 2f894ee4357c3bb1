// A comparison for programs: `tuneset-diff/1`, described by schemas/diff.schema.json.

import type { DiffFindings, DiffReporter, SetDiff } from '../../model/set-diff.ts';
import { findingJson, inert } from '../json.ts';
import { namesOf } from './facts.ts';

export const DIFF_VERSION = 'tuneset-diff/1';

export const diffJson: DiffReporter = {
  id: 'json',
  title: 'JSON for programs',
  extension: 'json',
  render: (diff) => `${JSON.stringify(inert(diffOf(diff)), null, 2)}\n`,
};

function diffOf(diff: SetDiff): object {
  const { rules: _, fresh, gone, tool, ...rest } = diff;
  const names = namesOf(diff);
  return {
    schema: DIFF_VERSION,
    tool: { name: tool.name, version: tool.version },
    ...rest,
    findings: { new: sideOf(fresh, diff, names.after), gone: sideOf(gone, diff, names.before) },
  };
}

const sideOf = (
  { counts, findings }: DiffFindings,
  { rules }: SetDiff,
  sources: readonly string[],
): object => ({
  counts,
  findings: findings.map((finding) => findingJson(finding, { sources, rules })),
});
