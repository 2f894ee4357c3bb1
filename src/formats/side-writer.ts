// A prompt or an answer, on the way out: a text where it was one field of its record, else a list of messages.

import type { Message, Role } from '../model/example.ts';
import type { Lose } from '../model/format.ts';
import type { JsonValue } from '../model/json.ts';
import { writeMessages } from './chat-writer.ts';

/** Whether a side can stand as one text: a single message by `role` that was one field, and has nothing beside it. */
export function isOneText(messages: readonly Message[], role: Role): boolean {
  const [only] = messages;
  if (only === undefined || messages.length !== 1) return false;
  return (
    only.role === role &&
    typeof only.content === 'string' &&
    only.index < 0 &&
    only.inside === '' &&
    only.name === undefined &&
    only.extra === undefined
  );
}

/** All sides in one form, as every trainer wants them: texts if each of them can be one. */
export function writeSides(
  sides: readonly { readonly messages: readonly Message[]; readonly role: Role }[],
  lose: Lose,
): JsonValue[] {
  const asText = sides.every(({ messages, role }) => messages.length === 0 || isOneText(messages, role));
  return sides.map(({ messages }) =>
    asText ? ((messages[0]?.content ?? '') as string) : writeMessages(messages, lose),
  );
}
