// What a training run would cost, at list prices of a stated date.

import type { Cost, Figures } from '../model/report.ts';
import type { Price, Target } from '../model/target.ts';

/** What services choose for sets of ordinary size when nobody says otherwise. */
const EPOCHS = 3;

/**
 * Tokens × epochs × price for each model of the target, or for the one that was named.
 * All tokens of an example are billed, what is not learned too. US dollars, to the cent.
 */
export function estimateCosts(
  target: Target,
  figures: Pick<Figures, 'tokens'>,
  model: string | undefined,
): Cost[] {
  const billableTokens = figures.tokens.total + figures.tokens.framing;
  return pricesFor(target.prices, model).map((price) => ({
    target: target.id,
    model: price.model,
    billableTokens,
    epochs: EPOCHS,
    usd: Math.round((billableTokens * EPOCHS * price.usdPerMillion) / 10_000) / 100,
    priceDate: price.date,
    note: `${EPOCHS} epochs assumed; list price`,
  }));
}

/** A dated or tuned name costs what its model does: the longest name that it begins with. */
function pricesFor(prices: readonly Price[], model: string | undefined): readonly Price[] {
  if (model === undefined) return prices;
  const name = model.toLowerCase().replace(/^ft:/, '');
  let best: Price | undefined;
  for (const price of prices) {
    const fits =
      name === price.model || name.startsWith(`${price.model}-`) || name.startsWith(`${price.model}:`);
    if (fits && price.model.length > (best?.model.length ?? 0)) best = price;
  }
  return best === undefined ? [] : [best];
}
