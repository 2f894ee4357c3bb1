// Who a record is: hashes of all that it says, of what is asked, and of what is answered.

import { type Example, type Part, partsOf, type Role } from '../model/example.ts';
import { finishHash, type Hash64, hashNumber, hashText, startHash } from '../model/hash.ts';
import { canonicalJson, type JsonObject } from '../model/json.ts';
import type { Identity } from '../model/rule.ts';
import type { LiveTurn } from './live-turn.ts';

const ROLES: readonly Role[] = ['system', 'developer', 'user', 'assistant', 'tool'];

const KIND_CODE: Readonly<Record<Example['kind'], number>> = {
  conversation: 1,
  preference: 2,
  rating: 3,
  steps: 6,
  task: 4,
  passage: 5,
};

/** An identity that is used again from record to record. */
export type LiveIdentity = { -readonly [K in keyof Identity]: Identity[K] };

/**
 * Whole: all that is said, as written. Prompt and answer: folded texts before the last learned turn, and of it.
 * Where nothing is asked (plain text, an empty prompt), the prompt is the whole, so that it conflicts with nothing.
 */
export function identify(
  identity: LiveIdentity,
  example: Example,
  turns: readonly LiveTurn[],
  rejected: readonly LiveTurn[],
): void {
  const whole = startHash();
  const prompt = startHash();
  const answer = startHash();
  hashNumber(whole, KIND_CODE[example.kind]);
  if (example.kind === 'rating') hashNumber(whole, example.good ? 1 : 2);
  if (example.kind === 'steps') for (const { good } of example.steps) hashNumber(whole, good ? 1 : 2);
  for (const tool of example.tools) {
    const declared = canonicalJson(tool as unknown as JsonObject);
    hashText(whole, declared);
    hashText(prompt, declared);
  }
  let last = turns.length - 1;
  while (last >= 0 && !turns[last]?.learned) last -= 1;
  let asked = false;
  for (let i = 0; i < turns.length; i += 1) {
    const turn = turns[i] as LiveTurn;
    addTurn(whole, turn, turn.raw);
    if (i < last) addTurn(prompt, turn, turn.fold);
    else addTurn(answer, turn, turn.fold);
    asked ||= i < last && (turn.text !== '' || typeof turn.message.content !== 'string');
  }
  identifyWorse(identity, rejected, whole);
  finishHash(whole);
  finishHash(prompt);
  finishHash(answer);
  identity.wholeHigh = whole.high;
  identity.wholeLow = whole.low;
  identity.promptHigh = asked ? prompt.high : whole.high;
  identity.promptLow = asked ? prompt.low : whole.low;
  identity.answerHigh = answer.high;
  identity.answerLow = answer.low;
}

function identifyWorse(identity: LiveIdentity, rejected: readonly LiveTurn[], whole: Hash64): void {
  identity.rejectedHigh = 0;
  identity.rejectedLow = 0;
  if (rejected.length === 0) return;
  const worse = startHash();
  for (const turn of rejected) {
    addTurn(whole, turn, turn.raw);
    addTurn(worse, turn, turn.fold);
  }
  finishHash(worse);
  identity.rejectedHigh = worse.high;
  identity.rejectedLow = worse.low;
}

const NO_TEXTS: readonly string[] = [];

/** What a message says beside its text: reasoning, and calls with their names and arguments. */
export function textsBeside(part: Part): readonly string[] {
  if (part.type === 'reasoning') return [part.text];
  if (part.type === 'call') return [part.name, argumentsText(part)];
  return NO_TEXTS;
}

const argumentsText = (call: Part & { readonly type: 'call' }): string =>
  call.raw ?? (call.arguments === undefined ? '' : canonicalJson(call.arguments));

function addTurn(hash: Hash64, turn: LiveTurn, text: Hash64): void {
  hashNumber(hash, ROLES.indexOf(turn.role));
  hashNumber(hash, text.low);
  hashNumber(hash, text.high);
  const { message } = turn;
  if (message.weight !== undefined) hashNumber(hash, message.weight + 7);
  if (message.name !== undefined) hashText(hash, message.name);
  for (const part of partsOf(message)) {
    if (part.type === 'call' || part.type === 'reasoning') {
      for (const beside of textsBeside(part)) hashText(hash, beside);
    } else if (part.type === 'media') {
      hashText(hash, JSON.stringify(part.source));
    } else if (part.type === 'unknown') {
      hashText(hash, canonicalJson(part.value));
    }
  }
}
