// What a list of tools costs on OpenAI's chat models, after the formula in OpenAI's cookbook. An estimate.
import type { Citation } from '../model/citation.ts';

/** The constants of one model generation, in tokens. */
export interface ToolPricing {
  readonly perFunction: number;
  readonly perProperties: number;
  readonly perProperty: number;
  readonly perEnum: number;
  readonly perEnumItem: number;
  /** Once for the whole list. */
  readonly close: number;
}

/** gpt-4o and later. */
export const TOOLS_O200K: ToolPricing = {
  perFunction: 7,
  perProperties: 3,
  perProperty: 3,
  perEnum: -3,
  perEnumItem: 3,
  close: 12,
};

/** gpt-3.5-turbo and gpt-4. */
export const TOOLS_CL100K: ToolPricing = { ...TOOLS_O200K, perFunction: 10 };

/** How far the estimate may be off once schemas nest, as a fraction: the server rewrites them in its own way. */
export const TOOL_BAND = 0.1;

export const TOOL_SOURCE: Citation = {
  title: 'How to count tokens with tiktoken, section 7 (OpenAI cookbook)',
  url: 'https://cookbook.openai.com/examples/how_to_count_tokens_with_tiktoken',
  read: '2026-11-22',
};

/** A function as the formula sees it; nested schemas are beyond it. */
export interface ToolFunction {
  readonly name: string;
  readonly description?: string;
  readonly properties: readonly ToolProperty[];
}

export interface ToolProperty {
  readonly name: string;
  readonly type: string;
  readonly description?: string;
  readonly enum?: readonly string[];
}

/** The tokens of a list of functions; `count` counts one text with the model's vocabulary. */
export function toolTokens(
  pricing: ToolPricing,
  functions: readonly ToolFunction[],
  count: (text: string) => number,
): number {
  if (functions.length === 0) return 0;
  let tokens = pricing.close;
  for (const { name, description = '', properties } of functions) {
    tokens += pricing.perFunction + count(`${name}:${withoutStop(description)}`);
    if (properties.length > 0) tokens += pricing.perProperties;
    for (const property of properties) {
      tokens += pricing.perProperty;
      tokens += count(`${property.name}:${property.type}:${withoutStop(property.description ?? '')}`);
      if (property.enum === undefined) continue;
      tokens += pricing.perEnum;
      for (const item of property.enum) tokens += pricing.perEnumItem + count(item);
    }
  }
  return tokens;
}

function withoutStop(text: string): string {
  return text.endsWith('.') ? text.slice(0, -1) : text;
}
