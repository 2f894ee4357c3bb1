// Our verdict on a record beside that of the provider's or trainer's own code: they agree, or it is said here why not.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { JsonObject, JsonValue } from '../../src/model/json.ts';
import { checkContent, linesOf } from '../support/check-lines.ts';
import { type Answer, ask, hasPython } from './python.ts';

// As ES module the package finds none of Node's functions that its check calls.
const { checkFile } = createRequire(import.meta.url)(
  'together-ai/lib/check-file',
) as typeof import('together-ai/lib/check-file');

const user = { role: 'user', content: 'Is it warm in Bonn today?' };
const answer = { role: 'assistant', content: 'Yes, it is warm and dry.' };
const other = { role: 'assistant', content: 'That I cannot say.' };
const tool = {
  type: 'function',
  function: { name: 'find', description: 'Finds a place', parameters: { type: 'object', properties: {} } },
};
const call = { id: 'a', type: 'function', function: { name: 'find', arguments: '{}' } };
const chat = (...messages: JsonValue[]): JsonObject => ({ messages });

/** Records that should pass, and each of them once with every fault of the list. */
const CONVERSATIONS: Readonly<Record<string, JsonObject>> = {
  'a question and its answer': chat(user, answer),
  'a system prompt': chat({ role: 'system', content: 'Be brief.' }, user, answer),
  'two rounds': chat(user, answer, { role: 'user', content: 'And tomorrow?' }, other),
  weights: chat({ ...user, weight: 0 }, { ...answer, weight: 1 }),
  'a call and its result': {
    messages: [
      user,
      { role: 'assistant', content: '', tool_calls: [call] },
      { role: 'tool', tool_call_id: 'a', content: '21 degrees' },
      answer,
    ],
    tools: [tool],
  },
};
const last = (record: JsonObject): JsonObject => (record.messages as JsonObject[]).at(-1) as JsonObject;
const first = (record: JsonObject): JsonObject => (record.messages as JsonObject[])[0] as JsonObject;
const FAULTS: Readonly<Record<string, (record: JsonObject) => void>> = {
  'as it is': () => {},
  'messages are no list': (record) => {
    record.messages = 'text';
  },
  'messages are empty': (record) => {
    record.messages = [];
  },
  'messages are missing': (record) => {
    delete record.messages;
  },
  'a message is text': (record) => {
    (record.messages as JsonValue[])[0] = 'text';
  },
  'the first role is missing': (record) => {
    delete first(record).role;
  },
  'the first role is unknown': (record) => {
    first(record).role = 'human';
  },
  'the first content is missing': (record) => {
    delete first(record).content;
  },
  'the first content is a number': (record) => {
    first(record).content = 7;
  },
  'the last content is an object': (record) => {
    last(record).content = { text: 'Yes.' };
  },
  'the last content is null': (record) => {
    last(record).content = null;
  },
  'the last content is empty': (record) => {
    last(record).content = '';
  },
  'a part of no kind': (record) => {
    for (const message of record.messages as JsonObject[]) message.content = [{ type: 'audio', text: 'x' }];
  },
  'all contents as parts': (record) => {
    for (const message of record.messages as JsonObject[])
      message.content = [{ type: 'text', text: message.content as string }];
  },
  'one content as parts': (record) => {
    first(record).content = [{ type: 'text', text: 'Hello there' }];
  },
  'an image by its address': (record) => {
    for (const message of record.messages as JsonObject[])
      message.content = [{ type: 'text', text: message.content as string }];
    const url = { url: 'https://example.com/a.png' };
    (first(record).content as JsonValue[]).push({ type: 'image_url', image_url: url });
  },
  'no answer': (record) => {
    record.messages = (record.messages as JsonObject[]).filter(({ role }) => role !== 'assistant');
  },
  'two questions in a row': (record) => {
    (record.messages as JsonValue[]).unshift(user, user);
  },
  'it ends with a question': (record) => {
    (record.messages as JsonValue[]).push({ role: 'user', content: 'And tomorrow?' });
  },
  'a weight of two': (record) => {
    last(record).weight = 2;
  },
  'a weight of one half': (record) => {
    last(record).weight = 0.5;
  },
  'a weight of true': (record) => {
    last(record).weight = true;
  },
  'a weight as text': (record) => {
    last(record).weight = '1';
  },
  'a key beside': (record) => {
    record.id = 1;
  },
  'two shapes in one': (record) => {
    record.text = 'The sun shines over Bonn.';
  },
};

interface Case {
  readonly name: string;
  readonly record: JsonObject;
}

function casesOf(
  records: Readonly<Record<string, JsonObject>>,
  faults: Readonly<Record<string, (record: JsonObject) => void>>,
): Case[] {
  return Object.entries(records).flatMap(([title, record]) =>
    Object.entries(faults).map(([fault, apply]) => {
      const changed = structuredClone(record);
      apply(changed);
      return { name: `${title}; ${fault}`, record: changed };
    }),
  );
}

/** The rules whose errors say that a record is refused. */
async function refusals(record: JsonObject, target: string): Promise<string[]> {
  const { findings } = await checkContent(linesOf([record]), { target, failOn: 'error' });
  return [...new Set(findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule))];
}

const PAIRS: Readonly<Record<string, JsonObject>> = {
  texts: { prompt: 'Is it warm in Bonn today?', completion: 'Yes, it is warm and dry.' },
  messages: { prompt: [user], completion: [answer] },
};
const PREFERENCES: Readonly<Record<string, JsonObject>> = {
  texts: { prompt: 'Is it warm in Bonn today?', chosen: 'Yes, it is warm.', rejected: 'Ask another.' },
  messages: { prompt: [user], chosen: [answer], rejected: [other] },
  'whole conversations': { chosen: [user, answer], rejected: [user, other] },
};
/** Every member of a record taken away, or made something else. */
const faultsOf = (keys: readonly string[]): Readonly<Record<string, (record: JsonObject) => void>> => ({
  'as it is': () => {},
  ...Object.fromEntries(
    keys.flatMap((key): [string, (record: JsonObject) => void][] => [
      [`${key} is missing`, (record) => void delete record[key]],
      ...[
        ['null', null],
        ['a number', 7],
        ['empty text', ''],
        ['an empty list', []],
        ['a list of text', ['text']],
        ['text', 'Some text.'],
        ['messages', [answer]],
      ].map(([what, value]): [string, (record: JsonObject) => void] => [
        `${key} is ${what}`,
        (record) => {
          record[key] = value as JsonValue;
        },
      ]),
    ]),
  ),
});

/** Why two verdicts differ: the cases by their names, and the side that refuses. */
interface Reason {
  readonly cases: RegExp;
  readonly refuses: 'we' | 'they';
  readonly why: string;
}

const NOTHING_TO_LEARN =
  'an answer with nothing in it is an error for every target; the owner trains on it all the same';
const TOGETHER_DOCS =
  "Together's documentation says so, and its server checks again what the client let pass";
const OLD_CLIENT = 'this client is behind the documentation: it knows no parts, no tools and no role tool';
const TEMPLATE = "TRL hands messages to the model's chat template, and the one here refuses nothing";

const PYTHON_CLIENT: readonly Reason[] = [
  {
    cases: /the last content is (?:empty|null)$|completion is empty text$/,
    refuses: 'we',
    why: NOTHING_TO_LEARN,
  },
  { cases: /two questions in a row$/, refuses: 'we', why: TOGETHER_DOCS },
  {
    cases: /^texts; .* is an empty list$/,
    refuses: 'we',
    why: 'the client takes a list for parts and does not look whether there are any',
  },
];
const NODE_CLIENT: readonly Reason[] = [
  { cases: /the last content is empty$|completion is empty text$/, refuses: 'we', why: NOTHING_TO_LEARN },
  { cases: /all contents as parts$|^a call and its result; /, refuses: 'they', why: OLD_CLIENT },
  {
    cases: /a weight of true$/,
    refuses: 'they',
    why: 'the Python client takes true for 1, so we warn of it and refuse nothing',
  },
];
const SFT: readonly Reason[] = [
  {
    cases: /the last content is (?:empty|null)$|completion is (?:empty text|an empty list)$/,
    refuses: 'we',
    why: NOTHING_TO_LEARN,
  },
  {
    cases: /the first role is unknown$|content is (?:missing|a number|an object)$/,
    refuses: 'we',
    why: TEMPLATE,
  },
  {
    cases: /no answer$/,
    refuses: 'we',
    why: 'a conversation without an answer is an error for every target; TRL trains on any',
  },
];
const DPO: readonly Reason[] = [
  { cases: /(?:chosen|rejected) is (?:empty text|an empty list)$/, refuses: 'we', why: NOTHING_TO_LEARN },
];

/** The verdicts side by side. Each difference has one reason, and each reason a difference. */
async function compare(
  title: string,
  cases: readonly Case[],
  target: string,
  answers: readonly Pick<Answer, 'ok' | 'message'>[],
  reasons: readonly Reason[],
): Promise<void> {
  const used = new Map<Reason, number>();
  const unexplained: string[] = [];
  let agree = 0;
  expect(answers).toHaveLength(cases.length);
  for (const [i, { name, record }] of cases.entries()) {
    const rules = await refusals(record, target);
    const { ok, message = '' } = answers[i] as Answer;
    if (ok === (rules.length === 0)) {
      agree += 1;
      continue;
    }
    const refuses = ok ? 'we' : 'they';
    const reason = reasons.find((known) => known.refuses === refuses && known.cases.test(name));
    if (reason === undefined) unexplained.push(`${name}: ${ok ? rules.join(' ') : message}`);
    else used.set(reason, (used.get(reason) ?? 0) + 1);
  }
  const lines = [...used].map(([{ refuses, why }, count]) => `  ${count}: ${refuses} refuse; ${why}`);
  console.log([`${title}: ${agree} of ${cases.length} verdicts agree`, ...lines].join('\n'));
  expect(unexplained).toEqual([]);
  expect(reasons.filter((reason) => !used.has(reason))).toEqual([]);
}

const recordsOf = (cases: readonly Case[]): JsonObject[] => cases.map(({ record }) => record);
const conversations = casesOf(CONVERSATIONS, FAULTS);
const pairs = casesOf(PAIRS, faultsOf(['prompt', 'completion']));
const preferences = casesOf(PREFERENCES, faultsOf(['prompt', 'chosen', 'rejected']));

test("together-sft, and the check of Together's client for Node", async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tuneset-verdicts-'));
  try {
    const path = join(folder, 'data.jsonl');
    const cases = [...conversations, ...pairs];
    const answers: Pick<Answer, 'ok' | 'message'>[] = [];
    for (const record of recordsOf(cases)) {
      writeFileSync(path, linesOf([record]));
      const { is_check_passed: ok, message } = await checkFile(path);
      answers.push({ ok, message });
    }
    await compare('Together for Node 0.52.0', cases, 'together-sft', answers, NODE_CLIENT);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

describe.skipIf(!hasPython())("the owners' own Python code (skipped: see the line above)", () => {
  test("together-sft, and the check of Together's client for Python", async () => {
    const cases = [...conversations, ...pairs];
    await compare(
      'Together for Python 2.14.0',
      cases,
      'together-sft',
      ask('together', recordsOf(cases)),
      PYTHON_CLIENT,
    );
  });

  test('trl-sft, and the functions of SFTTrainer', async () => {
    const cases = [...conversations, ...pairs];
    await compare('TRL 1.16.0, SFT', cases, 'trl-sft', ask('trl-sft', recordsOf(cases)), SFT);
  });

  test('trl-dpo, and the functions of DPOTrainer', async () => {
    await compare('TRL 1.16.0, DPO', preferences, 'trl-dpo', ask('trl-dpo', recordsOf(preferences)), DPO);
  });

  test("mistral-common's validator answers", () => {
    expect(ask('mistral', [chat(user, answer), chat(user)]).map(({ ok }) => ok)).toEqual([true, false]);
  });
});
