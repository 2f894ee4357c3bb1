// Numbers with a check digit, mail addresses and network addresses: the door to validator and ipaddr.js.

import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

type Test = (text: string) => boolean;
interface Addresses {
  isValid(text: string): boolean;
  parse(text: string): { range(): string };
}

// Loaded only once a text holds something that looks like one.
const lazily = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
};
const testOf = (name: string): (() => Test) =>
  lazily(() => (load(`validator/lib/${name}.js`) as { default: Test }).default);

const creditCard = testOf('isCreditCard');
const iban = testOf('isIBAN');
const email = testOf('isEmail');
const addresses = lazily(() => load('ipaddr.js') as Addresses);

/** Known issuer, right length, and the check digit is right (Luhn). */
export const isCardNumber: Test = (digits) => creditCard()(digits);
/** Known country, right length, and the check digits are right (mod 97). */
export const isIban: Test = (text) => iban()(text);
export const isEmailAddress: Test = (text) => email()(text);

/** An address that stands for one host of the open internet. */
export function isPublicAddress(text: string): boolean {
  const all = addresses();
  return all.isValid(text) && all.parse(text).range() === 'unicast';
}
