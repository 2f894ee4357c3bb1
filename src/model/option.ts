// Options of rules as data: from one declaration come the default, the page, the config's schema and the type.

export type OptionSpec =
  | { readonly type: 'flag'; readonly default: boolean; readonly about: string }
  | { readonly type: 'integer'; readonly default: number; readonly about: string; readonly minimum: number }
  | { readonly type: 'share'; readonly default: number; readonly about: string }
  | { readonly type: 'words'; readonly default: readonly string[]; readonly about: string };

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

export type OptionValues<S extends OptionSpecs> = {
  readonly [K in keyof S]: S[K]['type'] extends 'flag'
    ? boolean
    : S[K]['type'] extends 'words'
      ? readonly string[]
      : number;
};

export const flag = (value: boolean, about: string) => ({ type: 'flag', default: value, about }) as const;
export const integer = (value: number, about: string, minimum = 0) =>
  ({ type: 'integer', default: value, about, minimum }) as const;
/** A share between 0 and 1. */
export const share = (value: number, about: string) => ({ type: 'share', default: value, about }) as const;
export const words = (value: readonly string[], about: string) =>
  ({ type: 'words', default: value, about }) as const;

/** The values of a rule's options when nobody says otherwise. */
export function defaultOptions(specs: OptionSpecs): Record<string, OptionSpec['default']> {
  return Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, spec.default]));
}
