// Ids for calls and results that come from formats without them: chat formats tell by id which result answers which call.

import { type CallPart, type Message, type Part, partsOf } from '../model/example.ts';

/** Where chat formats write calls; one that stood there without an id was written so on purpose. */
const OWN = new Set(['/tool_calls', '/function_call']);

/** The messages with ids on every call of another family, and on the results that answer them in order. */
export function withToolIds(messages: readonly Message[]): readonly Message[] {
  if (!messages.some((message) => partsOf(message).some(isNameless))) return messages;
  const open: CallPart[] = [];
  let made = 0;
  const named = (part: Part): Part => {
    if (isNameless(part)) {
      made += 1;
      const call = { ...part, id: `call_${made}` };
      open.push(call);
      return call;
    }
    if (part.type !== 'result' || part.id !== undefined) return part;
    const name = part.name;
    const at = Math.max(
      0,
      open.findIndex((call) => call.name === name),
    );
    const [answered] = open.splice(at, 1);
    return answered?.id === undefined ? part : { ...part, id: answered.id };
  };
  return messages.map((message) =>
    typeof message.content === 'string' ? message : { ...message, content: message.content.map(named) },
  );
}

const isNameless = (part: Part): part is Part & CallPart =>
  part.type === 'call' && part.id === undefined && !OWN.has(part.base);
