// Google's preference tuning records: `contents` that end with the question, and two scored completions.

import type { Answer, Preference } from '../model/example.ts';
import type { Note } from '../model/finding.ts';
import type { Format } from '../model/format.ts';
import { isObject, type JsonObject, type JsonValue, member } from '../model/json.ts';
import { writeContent, writeContents, writeFunctionTools, writeSystem } from './contents-writer.ts';
import {
  looksLikeContent,
  parseContent,
  parseContents,
  parseFunctionTools,
  parseSystem,
} from './gemini-codec.ts';
import { extraOf, noteMissing, noteType, putBack } from './members.ts';
import { cannotBe, loseChoices, partSystem } from './refusals.ts';

const COMPLETION: ReadonlySet<string> = new Set(['score', 'completion']);

export const geminiPreference: Format = {
  id: 'gemini-preference',
  title: 'Gemini preference: {contents, completions: [{score, completion}]}',
  kinds: ['preference'],
  keys: ['contents', 'completions'],
  sources: [
    {
      title: 'Google Cloud, preparing data for Gemini preference tuning',
      url: 'https://docs.cloud.google.com/vertex-ai/generative-ai/docs/models/gemini-preference-tuning-prepare',
      read: '2026-11-22',
    },
  ],

  recognize(value) {
    const { contents, completions } = value;
    if (!Array.isArray(contents) || !contents.every(looksLikeContent)) return undefined;
    if (!Array.isArray(completions) || !completions.every(isCompletion)) return undefined;
    return { score: 1, because: 'contents and scored completions' };
  },

  parse(value, note): Preference | undefined {
    if (!Object.hasOwn(value, 'contents')) return undefined;
    const { completions } = value;
    if (completions === undefined) return noteMissing(note, '', 'completions');
    if (!Array.isArray(completions)) {
      noteType(note, '/completions', 'a list', completions);
      return undefined;
    }
    const prompt = parseContents(value.contents, '/contents', note);
    if (prompt === undefined) return undefined;
    const system = parseSystem(value, note);
    const { tools, unread } = parseFunctionTools(value, note);
    const answers: Answer[] = [];
    const beside: JsonValue[] = [];
    completions.forEach((item, index) => {
      const answer = readCompletion(item, index, note);
      if (answer !== undefined) answers.push(answer);
      else beside.push(item);
    });
    // Best first; sorting is stable, so equal scores keep the order of the record.
    answers.sort((a, b) => (b.score ?? 0) - (a.score ?? 0));
    const extra = extraOf(value, new Set(['contents', 'completions', 'tools', system.key ?? 'contents']));
    const left = { ...extra, ...unread, ...(beside.length === 0 ? {} : { completions: beside }) };
    return {
      kind: 'preference',
      prompt: [...system.messages, ...prompt],
      answers,
      tools,
      choices: undefined,
      extra: Object.keys(left).length === 0 ? undefined : left,
    };
  },

  serialize(example, lose) {
    if (example.kind !== 'preference') return cannotBe(example, 'a prompt with scored answers');
    const { system, rest } = partSystem(example.prompt);
    const instruction = writeSystem(system, lose);
    const record: JsonObject = instruction === undefined ? {} : { systemInstruction: instruction };
    record.contents = writeContents(rest, lose);
    const { answers } = example;
    const completions: JsonValue[] = [];
    for (const [place, { messages, score, pointer, extra }] of answers.entries()) {
      const [only] = messages;
      if (only === undefined || messages.length !== 1) return { refused: 'an answer is not one turn' };
      // The best is worth 1 and the worst 0 where nobody gave scores.
      const made = answers.length === 1 ? 1 : 1 - place / (answers.length - 1);
      if (only.role !== 'assistant') lose({ what: 'role', how: 'changed', pointer });
      completions.push(putBack({ score: score ?? made, completion: writeContent(only, lose) }, extra));
    }
    record.completions = completions;
    if (example.tools.length > 0) record.tools = [writeFunctionTools(example.tools, lose)];
    loseChoices(example, lose);
    return { record: putBack(record, example.extra) };
  },
};

const isCompletion = (value: JsonValue): boolean =>
  isObject(value) && typeof value.score === 'number' && looksLikeContent(value.completion);

function readCompletion(item: JsonValue, index: number, note: Note): Answer | undefined {
  const pointer = `/completions/${index}`;
  if (!isObject(item)) {
    noteType(note, pointer, 'an object with score and completion', item);
    return undefined;
  }
  const completion = member(item, 'completion');
  if (completion === undefined) {
    noteMissing(note, pointer, 'completion');
    return undefined;
  }
  const message = parseContent(completion, `${pointer}/completion`, -1, note);
  if (message === undefined) return undefined;
  return {
    messages: [message],
    score: readScore(item, pointer, note),
    pointer: `${pointer}/completion`,
    extra: extraOf(item, COMPLETION),
  };
}

function readScore(item: JsonObject, pointer: string, note: Note): number | undefined {
  const { score } = item;
  if (typeof score === 'number') return score;
  if (score === undefined) noteMissing(note, pointer, 'score');
  else noteType(note, `${pointer}/score`, 'a number', score);
  return undefined;
}
