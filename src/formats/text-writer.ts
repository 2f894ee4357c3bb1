// A message as one text, for the formats whose records are texts in fields.

import { type Message, partPointer, partsOf } from '../model/example.ts';
import type { Lose } from '../model/format.ts';
import { pointerTo } from '../model/pointer.ts';
import { loseWeight } from './chat-writer.ts';
import { callText } from './tool-writer.ts';

/** The text of a message; what is no text is lost aloud, and so is what stands beside it. */
export function writeText(message: Message, lose: Lose): string {
  const at = pointerTo(message);
  if (message.name !== undefined) lose({ what: 'name', how: 'dropped', pointer: `${at}/name` });
  loseWeight(message, lose);
  if (typeof message.content === 'string') return message.content;
  const texts: string[] = [];
  for (const part of partsOf(message)) {
    const pointer = partPointer(message, part);
    if (part.type === 'text') texts.push(part.text);
    else if (part.type === 'refusal') {
      texts.push(part.text);
      lose({ what: 'refusal', how: 'changed', pointer });
    } else if (part.type === 'reasoning') {
      texts.push(`<think>${part.text}</think>`);
      lose({ what: 'reasoning', how: 'changed', pointer });
    } else if (part.type === 'call') {
      texts.push(callText(part));
      lose({ what: 'call', how: 'changed', pointer });
      if (part.id !== undefined) lose({ what: 'tool-id', how: 'dropped', pointer });
    } else if (part.type === 'result') {
      texts.push(typeof part.content === 'string' ? part.content : JSON.stringify(part.content));
      lose({ what: 'result', how: 'changed', pointer: at });
    } else lose({ what: part.type === 'media' ? 'media' : 'part', how: 'dropped', pointer });
  }
  if (texts.length > 1) lose({ what: 'part', how: 'changed', pointer: at });
  return texts.join('\n');
}
