// The formats. Their order decides nothing: detection weighs evidence.

import type { Format } from '../model/format.ts';
import { alibabaChat } from './alibaba-chat.ts';
import { alpaca } from './alpaca.ts';
import { bedrockClaude } from './bedrock-claude.ts';
import { bedrockConverse } from './bedrock-converse.ts';
import { chatPreference } from './chat-preference.ts';
import { cohereChat } from './cohere-chat.ts';
import { geminiContents } from './gemini-contents.ts';
import { geminiMessages } from './gemini-messages.ts';
import { geminiPreference } from './gemini-preference.ts';
import { inputOutput } from './input-output.ts';
import { llamaFactoryChat } from './llama-factory-chat.ts';
import { llamaFactoryPreference } from './llama-factory-preference.ts';
import { mistralChat } from './mistral-chat.ts';
import { openaiChat } from './openai-chat.ts';
import { openaiPreference } from './openai-preference.ts';
import { openaiReinforcement } from './openai-reinforcement.ts';
import { oumiChat } from './oumi-chat.ts';
import { preference } from './preference.ts';
import { promptCompletion } from './prompt-completion.ts';
import { promptOnly } from './prompt-only.ts';
import { segments } from './segments.ts';
import { sharegpt } from './sharegpt.ts';
import { stepwise } from './stepwise.ts';
import { text } from './text.ts';
import { unpairedPreference } from './unpaired-preference.ts';

export const FORMATS: readonly Format[] = [
  openaiChat,
  openaiPreference,
  openaiReinforcement,
  promptCompletion,
  inputOutput,
  preference,
  unpairedPreference,
  stepwise,
  promptOnly,
  alpaca,
  sharegpt,
  text,
  segments,
  geminiContents,
  geminiPreference,
  geminiMessages,
  bedrockConverse,
  bedrockClaude,
  mistralChat,
  cohereChat,
  alibabaChat,
  chatPreference,
  llamaFactoryChat,
  llamaFactoryPreference,
  oumiChat,
];

export const findFormat = (id: string): Format | undefined => FORMATS.find((format) => format.id === id);
