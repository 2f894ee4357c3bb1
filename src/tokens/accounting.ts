// What a request costs beside its texts: the chat format around messages, tools, images; by the model's name.
import { type Message, partsOf, type Tool, textOf } from '../model/example.ts';
import { isObject, type JsonObject, member } from '../model/json.ts';
import {
  CHAT_OVERHEADS,
  chatFraming,
  type FramedMessage,
  type Framing,
  type OverheadName,
} from './chat-overhead.ts';
import type { TokenCounter } from './counter.ts';
import { findModel } from './find-model.ts';
import type { ImageSize } from './image-size.ts';
import { type ImageDetail, imageTokens } from './image-tokens.ts';
import {
  TOOL_BAND,
  TOOLS_CL100K,
  TOOLS_O200K,
  type ToolFunction,
  type ToolProperty,
  toolTokens,
} from './tool-tokens.ts';

/** A number of tokens that may be off by `band`, a fraction. */
export interface Estimated {
  readonly tokens: number;
  readonly band: number;
}

/** Counts what stands around and beside the texts, for one model. */
export interface Accounting {
  readonly overhead: OverheadName;
  /** The tokens of the chat format around `messages`, without and with those that open a reply. */
  framing(messages: readonly Message[]): Framing;
  /** What the declarations of tools cost; undefined where no formula is known. */
  tools(tools: readonly Tool[]): Estimated | undefined;
  /** What an image costs; undefined where no table is known, or its price hangs on a size that is not. */
  image(size: ImageSize | undefined, detail?: ImageDetail): number | undefined;
}

/** The accounting for a model; for one that is not known, or none, OpenAI's where its vocabulary counts. */
export function accountingFor(model: string | undefined, counter: TokenCounter): Accounting {
  const facts = model === undefined ? undefined : findModel(model);
  const overhead = facts?.overhead ?? (counter.specials === 'plain' && counter.exact ? 'openai' : 'none');
  const format = CHAT_OVERHEADS[overhead];
  const count = (text: string): number => {
    const bytes = Buffer.from(text);
    return counter.count(bytes, bytes.length, text);
  };
  const pricing = facts?.encoding === 'cl100k_base' ? TOOLS_CL100K : TOOLS_O200K;
  return {
    overhead,
    framing: (messages) =>
      chatFraming(
        format,
        messages.map((message): FramedMessage => {
          const { role, name } = message;
          const framed = { role, roleTokens: format.countsRole ? count(role) : 0, thinks: thinks(message) };
          return name === undefined ? framed : { ...framed, nameTokens: count(name) };
        }),
      ),
    tools: (tools) => {
      if (overhead !== 'openai') return undefined;
      const functions = tools.map(asFunction);
      const band = tools.some(({ parameters }) => nests(parameters)) ? TOOL_BAND : 0;
      return { tokens: toolTokens(pricing, functions, count), band };
    },
    image: (size, detail) =>
      facts?.image === undefined ? undefined : imageTokens(facts.image, size, detail),
  };
}

/** Whether thoughts stand before what a message says: as a part of it, or in its text as Qwen and DeepSeek write them. */
export const thinks = (message: Message): boolean =>
  partsOf(message).some(({ type }) => type === 'reasoning') || textOf(message).includes('</think>');

/** A tool as the formula sees it: its properties, one level deep. */
function asFunction({ name, description, parameters }: Tool): ToolFunction {
  const properties: ToolProperty[] = [];
  for (const [property, schema] of propertiesOf(parameters)) {
    const type = member(schema, 'type');
    const text = member(schema, 'description');
    const values = member(schema, 'enum');
    properties.push({
      name: property,
      type: typeof type === 'string' ? type : 'any',
      ...(typeof text === 'string' ? { description: text } : {}),
      ...(Array.isArray(values)
        ? { enum: values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))) }
        : {}),
    });
  }
  return { name, ...(description === undefined ? {} : { description }), properties };
}

function propertiesOf(parameters: JsonObject | undefined): [string, JsonObject][] {
  const properties = parameters === undefined ? undefined : member(parameters, 'properties');
  if (!isObject(properties)) return [];
  return Object.entries(properties).flatMap(([name, schema]): [string, JsonObject][] =>
    isObject(schema) ? [[name, schema]] : [],
  );
}

/** Whether a schema holds another: there the server writes it in a way of its own. */
function nests(parameters: JsonObject | undefined): boolean {
  return propertiesOf(parameters).some(([, schema]) =>
    ['properties', 'items', 'anyOf', 'oneOf', 'allOf', '$ref'].some((key) => Object.hasOwn(schema, key)),
  );
}
