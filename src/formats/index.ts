// The formats. Their order decides nothing: detection weighs evidence.

import type { Format } from '../model/format.ts';
import { alpaca } from './alpaca.ts';
import { openaiChat } from './openai-chat.ts';
import { promptCompletion } from './prompt-completion.ts';

export const FORMATS: readonly Format[] = [openaiChat, promptCompletion, alpaca];

export const findFormat = (id: string): Format | undefined => FORMATS.find((format) => format.id === id);
