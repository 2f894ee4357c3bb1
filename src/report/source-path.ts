// Names of files the way other tools look them up: as paths of a repository, and as URIs.

import { maskSecrets } from '../model/mask.ts';
import type { Report } from '../model/report.ts';
import { plainText } from './plain.ts';

export const namesOf = ({ figures }: Report): string[] => figures.sources.map(({ name }) => name);

/** The path of a source, inert; the first source stands for the whole set. */
export const pathOf = ({ figures }: Report, source = 0): string =>
  plainText(figures.sources[source]?.name ?? '').replace(/^\.\//, '');

/** A relative URI (RFC 3986): each step of the path percent-encoded, which makes it inert as well. */
export function uriOf({ figures }: Report, source = 0): string {
  const steps = maskSecrets(figures.sources[source]?.name ?? '').split('/');
  return steps.map((step) => encodeURIComponent(step.replace(/\p{Cs}/gu, '\ufffd'))).join('/');
}
