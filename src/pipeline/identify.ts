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
 * Whole: all that is said, as written, and the label; normal: the same folded. Prompt and answer: folded texts before
 * the last learned turn, and of it. Where nothing is asked (plain text, an empty prompt), the prompt is the whole, so
 * that it conflicts with nothing; unless a label stands beside the text, which then is what the text asks for.
 */
export function identify(
  identity: LiveIdentity,
  example: Example,
  turns: readonly LiveTurn[],
  rejected: readonly LiveTurn[],
  label: string | undefined,
): void {
  const whole = startHash();
  const normal = startHash();
  const prompt = startHash();
  const answer = startHash();
  for (const hash of [whole, normal]) hashBesideTexts(hash, example, label);
  for (const tool of example.tools) {
    const declared = canonicalJson(tool as unknown as JsonObject);
    hashText(whole, declared);
    hashText(normal, declared);
    hashText(prompt, declared);
  }
  let last = turns.length - 1;
  while (last >= 0 && !turns[last]?.learned) last -= 1;
  let asked = false;
  for (let i = 0; i < turns.length; i += 1) {
    const turn = turns[i] as LiveTurn;
    addTurn(whole, turn, turn.raw);
    addTurn(normal, turn, turn.fold);
    if (i < last) addTurn(prompt, turn, turn.fold);
    else addTurn(answer, turn, turn.fold);
    asked ||= i < last && (turn.text !== '' || typeof turn.message.content !== 'string');
  }
  identifyWorse(identity, rejected, whole, normal);
  finishHash(whole);
  finishHash(normal);
  finishHash(prompt);
  finishHash(answer);
  identity.wholeHigh = whole.high;
  identity.wholeLow = whole.low;
  identity.normalHigh = normal.high;
  identity.normalLow = normal.low;
  identity.answerHigh = answer.high;
  identity.answerLow = answer.low;
  if (!asked && example.kind === 'passage' && label !== undefined) {
    identity.promptHigh = answer.high;
    identity.promptLow = answer.low;
    const said = startHash();
    hashText(said, label);
    finishHash(said);
    identity.answerHigh = said.high;
    identity.answerLow = said.low;
    return;
  }
  identity.promptHigh = asked ? prompt.high : whole.high;
  identity.promptLow = asked ? prompt.low : whole.low;
}

/** What must be equal beside the texts. */
function hashBesideTexts(hash: Hash64, example: Example, label: string | undefined): void {
  hashNumber(hash, KIND_CODE[example.kind]);
  if (example.kind === 'rating') hashNumber(hash, example.good ? 1 : 2);
  if (example.kind === 'steps') for (const { good } of example.steps) hashNumber(hash, good ? 1 : 2);
  if (example.kind === 'task') hashText(hash, canonicalJson(example.reference));
  if (label !== undefined) hashText(hash, label);
}

function identifyWorse(
  identity: LiveIdentity,
  rejected: readonly LiveTurn[],
  whole: Hash64,
  normal: Hash64,
): void {
  identity.rejectedHigh = 0;
  identity.rejectedLow = 0;
  if (rejected.length === 0) return;
  const worse = startHash();
  for (const turn of rejected) {
    addTurn(whole, turn, turn.raw);
    addTurn(normal, turn, turn.fold);
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
