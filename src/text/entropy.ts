// How random a text looks: what tells a key from a word, and a key from the place where one goes.

/** Shannon entropy of its characters, in bits for each. */
export function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
  let bits = 0;
  for (const n of counts.values()) bits -= (n / text.length) * Math.log2(n / text.length);
  return bits;
}

/** Words that stand where a secret goes, in documentation. */
const STAND_IN =
  /x{4}|\*{3}|\.{3}|<|>|\$\{|\{\{|%\(|example|placeholder|your|change.?me|dummy|fake|sample|redacted|insert|abcdef|123456|password|secret|token|test/i;

/** Whether it is made up: few different characters, one of the words above, or a text that repeats itself. */
export const isStandIn = (secret: string): boolean => STAND_IN.test(secret) || /(.{1,8})\1{3}/.test(secret);
