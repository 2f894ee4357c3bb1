// An example of one kind as what a format of another kind can hold: preferences become conversations, dialogues pairs of texts.

import type { Answer, Conversation, Example, ExampleKind, Message, Preference } from '../model/example.ts';
import type { Lose } from '../model/format.ts';
import { pointerTo } from '../model/pointer.ts';
import { fieldMessage } from './field-codec.ts';
import { cannotBe, partSystem } from './refusals.ts';
import { writeText } from './text-writer.ts';
import { besideAnswer } from './two-answers.ts';

/** What the user decides where there is more than one way. */
export interface Wishes {
  /** Which answer of several a conversation is made of. */
  readonly answer: 'best' | 'each';
  /** What becomes of a dialogue where only one question and one answer have a place. */
  readonly turns: 'reject' | 'last' | 'each';
  /** What becomes of a system prompt where it has no place. */
  readonly system: 'prepend' | 'drop';
}

export const USUAL_WISHES: Wishes = { answer: 'best', turns: 'reject', system: 'prepend' };

/** What is written has to be of one of these kinds; with `texts`, a conversation has to be one text and its answer. */
export interface Wanted {
  readonly kinds: readonly ExampleKind[];
  readonly texts: boolean;
}

export type Adapted = readonly Example[] | { readonly refused: string };

/** One example, or several where each of its answers becomes one. */
export function adapt(example: Example, wanted: Wanted, wishes: Wishes, lose: Lose): Adapted {
  const same = wanted.kinds.includes(example.kind) ? [example] : otherKind(example, wanted, wishes, lose);
  if (!wanted.texts || !('length' in same)) return same;
  const pairs: Example[] = [];
  for (const one of same) {
    const flat = one.kind === 'conversation' ? asTexts(one, wishes, lose) : [one];
    if (!('length' in flat)) return flat;
    pairs.push(...flat);
  }
  return pairs;
}

function otherKind(example: Example, { kinds }: Wanted, wishes: Wishes, lose: Lose): Adapted {
  if (example.kind === 'preference' && kinds.includes('conversation'))
    return asConversations(example, wishes, lose);
  if (example.kind === 'preference' && kinds.includes('rating')) return asRatings(example, lose);
  if (example.kind === 'rating' && kinds.includes('conversation')) {
    if (!example.good) return { refused: 'its answer is rated bad: nothing to imitate' };
    lose({ what: 'score', how: 'dropped', pointer: '/label' });
    return [conversationOf(example, example.answer)];
  }
  return cannotBe(example, KIND_NAMES[kinds[0] ?? 'conversation']) as { readonly refused: string };
}

const KIND_NAMES: Readonly<Record<ExampleKind, string>> = {
  conversation: 'conversations',
  preference: 'prompts with answers in order of preference',
  rating: 'prompts with one rated answer',
  steps: 'prompts with judged steps',
  task: 'prompts to be graded',
  passage: 'plain text; only a chat template can make text of turns',
};

type WithPrompt = Pick<Conversation, 'tools' | 'choices' | 'extra'> & { readonly prompt: readonly Message[] };

const conversationOf = ({ prompt, tools, choices, extra }: WithPrompt, answer: Answer): Conversation => ({
  kind: 'conversation',
  messages: [...prompt, ...answer.messages],
  tools,
  choices,
  extra,
});

function asConversations(example: Preference, { answer }: Wishes, lose: Lose): Adapted {
  const [best, ...others] = example.answers;
  if (best === undefined) return { refused: 'it has no answer' };
  for (const { score, pointer } of example.answers) {
    if (score !== undefined) lose({ what: 'score', how: 'dropped', pointer: besideAnswer(pointer) });
  }
  if (answer === 'each') return example.answers.map((one) => conversationOf(example, one));
  for (const { pointer } of others) lose({ what: 'answer', how: 'dropped', pointer });
  return [conversationOf(example, best)];
}

/** The best answer is good, every other bad. */
function asRatings(example: Preference, lose: Lose): Adapted {
  const { prompt, answers, tools, choices, extra } = example;
  if (answers.length < 2) return { refused: 'there is no second answer to prefer the first one to' };
  for (const { score, pointer } of answers) {
    if (score !== undefined) lose({ what: 'score', how: 'changed', pointer: besideAnswer(pointer) });
  }
  return answers.map((answer, place) => ({
    kind: 'rating',
    prompt,
    answer: { ...answer, score: undefined },
    good: place === 0,
    tools,
    choices,
    extra,
  }));
}

/** A question and its answer, each one text; further rounds as the user wishes. */
function asTexts(example: Conversation, wishes: Wishes, lose: Lose): Adapted {
  const { system, rest } = partSystem(example.messages);
  if (system.length === 0 && isOneRoundOfFields(rest)) return [example];
  const rounds = roundsOf(rest);
  const last = rounds.at(-1);
  if (rounds.length === 0 || last === undefined) return { refused: 'it has no question that is answered' };
  const answers = rest.filter(({ role }) => role === 'assistant').length;
  if (wishes.turns === 'reject' && (rounds.length > 1 || answers > 1)) {
    return {
      refused: 'it has several turns, and only one question and one answer have a place (see --turns)',
    };
  }
  const kept = wishes.turns === 'each' ? rounds : [last];
  const used = new Set(kept.flat());
  for (const message of rest) {
    if (!used.has(message)) lose({ what: 'turn', how: 'dropped', pointer: pointerTo(message) });
  }
  const before = systemText(system, wishes, lose);
  return kept.map(([question, answer]) => ({
    ...example,
    messages: [
      fieldMessage('user', before + writeText(question, lose), 'prompt'),
      fieldMessage('assistant', writeText(answer, lose), 'completion'),
    ],
  }));
}

/** A question in one field or two, as an instruction and its input, and its answer: nothing has to be changed. */
function isOneRoundOfFields(messages: readonly Message[]): boolean {
  const answer = messages.at(-1);
  const asked = messages.slice(0, -1);
  return (
    answer?.role === 'assistant' &&
    isTextField(answer) &&
    asked.length > 0 &&
    asked.length < 3 &&
    asked.every((message) => message.role === 'user' && isTextField(message))
  );
}

const isTextField = ({ content, index, inside, extra }: Message): boolean =>
  typeof content === 'string' && index < 0 && inside === '' && extra === undefined;

type Round = readonly [question: Message, answer: Message];

/** Questions by the user that are answered at once, in words. */
function roundsOf(messages: readonly Message[]): Round[] {
  return messages.flatMap((question, i): Round[] => {
    const answer = messages[i + 1];
    return question.role === 'user' && answer?.role === 'assistant' ? [[question, answer]] : [];
  });
}

function systemText(system: readonly Message[], wishes: Wishes, lose: Lose): string {
  for (const message of system) {
    const how = wishes.system === 'drop' ? 'dropped' : 'changed';
    lose({ what: 'system', how, pointer: pointerTo(message) + message.inside });
  }
  if (wishes.system === 'drop') return '';
  return system.map((message) => `${writeText(message, lose)}\n\n`).join('');
}
