// What `--to` names: a target, a bare service or trainer, or a format.

import type { Wishes } from '../formats/adapt.ts';
import type { Destination } from '../formats/convert-record.ts';
import { FORMATS, findFormat } from '../formats/index.ts';
import type { Format } from '../model/format.ts';
import type { Target } from '../model/target.ts';
import { findTarget, TARGETS } from '../targets/index.ts';
import { unknownName } from './names.ts';

export interface NamedDestination {
  readonly format: Format;
  readonly target: Target | undefined;
  /** The target refuses a record for a member that it does not know. */
  readonly refusesFields: boolean;
}

/** A bare name of a service or trainer means its plain supervised target: the first of these that it has. */
const PLAIN = ['sft', 'chat'];

/** How records go there. */
export const destinationOf = (
  { format, target, refusesFields }: NamedDestination,
  onLoss: 'drop' | 'keep' | 'fail',
  wishes: Wishes,
): Destination => ({
  format,
  kinds: target?.kinds ?? format.kinds,
  texts: target?.textOnly === true,
  toolsAsText: target?.toolsAsText === true,
  fields: onLoss === 'keep' ? 'keep' : refusesFields ? 'drop' : 'own',
  wishes,
});

/** @throws UserError for a name that is neither */
export function destinationNamed(name: string): NamedDestination {
  const plain = PLAIN.map((method) => findTarget(`${name}-${method}`)).find((found) => found !== undefined);
  const target = findTarget(name) ?? (findFormat(name) === undefined ? plain : undefined);
  const format = findFormat(target?.formats[0] ?? name);
  const refusesFields = target?.severities['structure/unknown-key'] === 'error';
  if (format !== undefined) return { format, target, refusesFields };
  const known = [...TARGETS, ...FORMATS].map(({ id }) => id);
  throw unknownName('unknown-target', 'target', name, known);
}
