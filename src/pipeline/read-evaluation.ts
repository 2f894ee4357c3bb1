// Evaluation files → their items: what each of them asks.

import type { Readable } from 'node:stream';
import { findFormat } from '../formats/index.ts';
import { placeOf } from '../io/batch.ts';
import { findSources } from '../io/find-sources.ts';
import { parseRecord } from '../io/parse-record.ts';
import { UserError } from '../model/error.ts';
import type { EvaluationItem, EvaluationItems } from '../model/evaluation.ts';
import { type Example, type Message, textOf } from '../model/example.ts';
import { isObject, type JsonObject, type JsonValue } from '../model/json.ts';
import type { Settings } from '../model/settings.ts';
import { openIntake } from './intake.ts';

/** How evaluation sets call their question, where their shape is no training format. */
const QUESTIONS = [
  'question',
  'prompt',
  'problem',
  'input',
  'query',
  'instruction',
  'text',
  'content',
  'sentence',
];

/** @throws UserError for files that cannot be read, or in which nobody asks anything */
export async function readEvaluation(
  paths: readonly string[],
  settings: Settings,
  root: string,
  stdin: Readable,
): Promise<EvaluationItems> {
  const sources = await findSources(paths, root);
  const { target: _, ...reading } = settings;
  const items: EvaluationItem[] = [];
  const intake = openIntake(sources, { ...reading, format: 'auto' }, { stdin });
  for await (const { batch, format } of intake.parcels) {
    const own = format === undefined ? undefined : findFormat(format);
    for (let record = 0; record < batch.starts.length; record += 1) {
      const { source, index, line } = placeOf(batch, record);
      const [start, end, flag] = [batch.starts[record], batch.ends[record], batch.flags[record]];
      const value = parseRecord(batch.bytes, start ?? 0, end ?? 0, flag ?? 0, settings, () => {});
      if (!isObject(value)) continue;
      const example = own?.parse(value, () => {});
      const text = example === undefined ? questionIn(value) : askedIn(example);
      if (text !== '') items.push({ text, source, index, line });
    }
  }
  if (items.length === 0) {
    throw new UserError('no-input', `nothing is asked in ${sources.map(({ name }) => name).join(', ')}`, {
      hint: '--against takes files whose records have a prompt, a question or a text',
    });
  }
  return { sources: sources.map(({ name }) => name), items };
}

/** What the user says; where nobody is asked anything, all of it. */
function askedIn(example: Example): string {
  const messages = messagesOf(example);
  const asked = messages.filter(({ role }) => role === 'user');
  return (asked.length > 0 ? asked : messages.filter(({ role }) => role !== 'system'))
    .map(textOf)
    .join('\n')
    .trim();
}

function messagesOf(example: Example): readonly Message[] {
  if (example.kind === 'conversation') return example.messages;
  return example.kind === 'passage' ? example.segments : example.prompt;
}

/** A record of no training format: the member that asks, else every text in it. */
function questionIn(value: JsonObject): string {
  for (const key of QUESTIONS) {
    const said = value[key];
    if (typeof said === 'string' && said.trim() !== '') return said;
  }
  return textsIn(value).join('\n').trim();
}

function textsIn(value: JsonValue): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return isObject(value) ? Object.values(value).flatMap(textsIn) : [];
}
