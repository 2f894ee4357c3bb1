// What a chat format adds around the texts of a conversation: tokens of framing, counted apart from the texts.
import type { Citation } from '../model/citation.ts';

export type OverheadName =
  | 'none'
  | 'openai'
  | 'openai-0301'
  | 'harmony'
  | 'llama3'
  | 'chatml'
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
  /**
   * Added once per request to open the reply. A finished training example may or may not be charged for it: where
   * this is not 0, framing has a lower and an upper reading.
   */
  readonly perReply: number;
  readonly source: Citation;
}

const COOKBOOK: Citation = {
  title: 'How to count tokens with tiktoken (OpenAI cookbook)',
  url: 'https://cookbook.openai.com/examples/how_to_count_tokens_with_tiktoken',
  read: '2026-11-22',
};

function template(title: string): Citation {
  return { title: `chat template of ${title}, counted by hand` };
}

/**
 * The known formats. Open-weight figures hold as long as the template does not depend on content: they leave out
 * default system prompts (Qwen 2.5, Llama 3.1's dates, harmony's preamble) and the removal of earlier thoughts
 * (Qwen 3, DeepSeek R1).
 */
export const CHAT_OVERHEADS: Readonly<Record<OverheadName, ChatOverhead>> = {
  none: {
    perMessage: {},
    countsRole: false,
    perName: 0,
    perConversation: 0,
    perReply: 0,
    source: { title: 'no chat format' },
  },
  openai: {
    // <|im_start|> role <|im_sep|> content <|im_end|>
    perMessage: { '*': 3 },
    countsRole: true,
    perName: 1,
    perConversation: 0,
    perReply: 3,
    source: COOKBOOK,
  },
  'openai-0301': {
    perMessage: { '*': 4 },
    countsRole: true,
    perName: -1,
    perConversation: 0,
    perReply: 3,
    source: COOKBOOK,
  },
  harmony: {
    // <|start|>role<|message|>…<|end|>; the answer: <|start|>assistant<|channel|>final<|message|>…<|return|>
    perMessage: { '*': 4, assistant: 6 },
    countsRole: false,
    perName: 0,
    perConversation: 0,
    perReply: 0,
    source: template('gpt-oss (harmony)'),
  },
  llama3: {
    // <|start_header_id|>role<|end_header_id|>\n\n…<|eot_id|>
    perMessage: { '*': 5 },
    countsRole: false,
    perName: 0,
    perConversation: 1,
    perReply: 0,
    source: template('Llama 3'),
  },
  chatml: {
    // <|im_start|>role\n…<|im_end|>\n
    perMessage: { '*': 5 },
    countsRole: false,
    perName: 0,
    perConversation: 0,
    perReply: 0,
    source: template('Qwen 2.5, Qwen 3 and SmolLM (ChatML)'),
  },
  gemma: {
    // <start_of_turn>role\n…<end_of_turn>\n; a system text joins the first user turn
    perMessage: { '*': 5, system: 1 },
    countsRole: false,
    perName: 0,
    perConversation: 1,
    perReply: 0,
    source: template('Gemma 2 and 3'),
  },
  mistral: {
    // [INST]…[/INST] and …</s>; a system text joins a user turn
    perMessage: { '*': 2, assistant: 1, system: 1 },
    countsRole: false,
    perName: 0,
    perConversation: 1,
    perReply: 0,
    source: template('Mistral Nemo (v3-tekken)'),
  },
  deepseek: {
    // <｜User｜>… and <｜Assistant｜>…<｜end▁of▁sentence｜>; a system text stands bare
    perMessage: { '*': 1, assistant: 2, system: 0 },
    countsRole: false,
    perName: 0,
    perConversation: 1,
    perReply: 0,
    source: template('DeepSeek V3'),
  },
};

/** One message as framing sees it. */
export interface FramedMessage {
  readonly role: string;
  /** Tokens of the role's text; needed where `countsRole` is set. */
  readonly roleTokens?: number;
  /** Tokens of the message's `name`, if it has one. */
  readonly nameTokens?: number;
}

/** Framing of one conversation: without and with the tokens that open a reply. */
export interface Framing {
  readonly low: number;
  readonly high: number;
}

/** The tokens that `overhead` adds around `messages`. A role with no figure of its own takes that of `*`. */
export function chatFraming(overhead: ChatOverhead, messages: readonly FramedMessage[]): Framing {
  let tokens = overhead.perConversation;
  for (const { role, roleTokens, nameTokens } of messages) {
    tokens += overhead.perMessage[role] ?? overhead.perMessage['*'] ?? 0;
    if (overhead.countsRole) tokens += roleTokens ?? 1;
    if (nameTokens !== undefined) tokens += overhead.perName + (overhead.countsRole ? nameTokens : 0);
  }
  return { low: tokens, high: tokens + overhead.perReply };
}
