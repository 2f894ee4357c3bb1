// Whether a share is really above a bound, or only happens to be so in a small set.

/** Of a normal distribution, for 95 % on both sides. */
const Z = 1.96;

/** The lower end of Wilson's interval for a share of `count` among `total`: what the true share is at least. */
export function wilsonLow(count: number, total: number): number {
  if (total === 0) return 0;
  const share = count / total;
  const z = (Z * Z) / total;
  const spread = Z * Math.sqrt((share * (1 - share) + z / 4) / total);
  return Math.max(0, (share + z / 2 - spread) / (1 + z));
}

/** Smaller sets may mix by chance. */
const LEAST = 20;

/** Some do and some do not: both sides are surely more than strays. */
export const isMixed = (count: number, total: number, strays = 0.02): boolean =>
  total >= LEAST && wilsonLow(count, total) > strays && wilsonLow(total - count, total) > strays;
