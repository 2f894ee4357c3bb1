// Tally: something that adds up, in any cutting and any order.

/**
 * Laws, tested once for every tally in the house:
 * 1. `merge` is associative and `empty()` is its unit.
 * 2. Splitting the input anywhere and merging gives what one pass gives.
 * 3. Merging in another order gives the same answer (states may differ inside; whoever reads them sorts by position).
 * 4. A state survives `structuredClone`.
 * So states hold whole numbers and positions, never running floats.
 */
export interface Tally<State, Input> {
  empty(): State;
  add(state: State, input: Input): void;
  merge(into: State, from: State): void;
}
