// Phone numbers as people write them: the door to libphonenumber-js.

import { createRequire } from 'node:module';

interface PhoneLibrary {
  findPhoneNumbersInText(
    text: string,
    options: { readonly defaultCountry?: string; readonly v2: true },
  ): readonly {
    readonly startsAt: number;
    readonly number: {
      readonly number: string;
      readonly nationalNumber: string;
      readonly country?: string;
      isValid(): boolean;
    };
  }[];
}

const load = createRequire(import.meta.url);
let library: PhoneLibrary | undefined;

export interface FoundPhone {
  readonly at: number;
  /** In the international form, without spaces. */
  readonly number: string;
  readonly country: string | undefined;
}

/** Valid numbers; without a country only those that begin with their own country's code. */
export function phoneNumbers(text: string, country: string | undefined): FoundPhone[] {
  // A tenth of a second to load: only a text that may hold a number pays for it.
  library ??= load('libphonenumber-js/max') as PhoneLibrary;
  return library
    .findPhoneNumbersInText(text, { v2: true, ...(country === undefined ? {} : { defaultCountry: country }) })
    .filter(({ number }) => number.isValid())
    .map(({ startsAt, number }) => ({ at: startsAt, number: number.number, country: number.country }));
}
