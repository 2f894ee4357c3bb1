// An address, a number or a name of a thing among a call's arguments that nobody has mentioned before.

import { callsOf, partPointer } from '../../model/example.ts';
import { canonicalJson, isObject, type JsonObject, type JsonValue } from '../../model/json.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { calling, tool, user } from '../sample.ts';
import { APIGEN } from '../sources.ts';

const tools = [tool('lookup', { order: { type: 'string' }, mail: { type: 'string' } })];
const ARGUMENTS = '/messages/1/tool_calls/0/function/arguments';

const SHORTEST = 6;
const LONGEST = 60;
/** An e-mail address, a link, or one word that mixes letters and digits: what nobody can work out. */
const GIVEN =
  /^(?:[^\s@]{1,40}@[^\s@]{1,40}\.[a-z]{2,10}|https?:\/\/\S{3,50}|(?=[^\s]{0,58}\d)(?=[^\s]{0,58}[A-Za-z])[\w#-]{6,60})$/;
/** Times, measures and versions are worked out from what was said. */
const WORKED_OUT = /^(?:\d{1,4}[-/.]?(?:\d|w)|.{0,12}\d\d?(?::\d\d)?(?:am|pm|z|utc)?$)/i;

export const ungroundedArgument = defineRecordRule({
  id: 'tools/ungrounded-argument',
  title: 'Argument out of nowhere',
  why: 'Nobody has mentioned the address or number that the call passes on: the model learns to make them up.',
  mend: 'Let the user or an earlier result say it, or let the model ask.',
  severity: 'info',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { ungrounded: 'The argument {argument} of {tool} is “{value}”, which nothing before mentions.' },
  sources: [APIGEN],
  examples: {
    good: [
      {
        title: 'said by the user',
        record: {
          messages: [user('Where is order AB-1234-X?'), calling(['lookup', { order: 'ab1234x' }, 'a'])],
          tools,
        },
      },
      {
        title: 'a date that was worked out',
        record: {
          messages: [user('What is due tomorrow?'), calling(['lookup', { order: '2026-11-26T00:00Z' }, 'a'])],
          tools,
        },
      },
    ],
    bad: [
      {
        title: 'a number that nobody gave',
        record: {
          messages: [user('Where is my order?'), calling(['lookup', { order: 'AB-1234-X' }, 'a'])],
          tools,
        },
        finds: [
          {
            message: 'ungrounded',
            pointer: ARGUMENTS,
            data: { argument: 'order', tool: 'lookup', value: 'AB-1234-X' },
          },
        ],
      },
      {
        title: 'an address that nobody gave',
        record: {
          messages: [user('Look me up.'), calling(['lookup', { mail: 'ann@firm.org' }, 'a'])],
          tools,
        },
        finds: [{ message: 'ungrounded', pointer: ARGUMENTS }],
      },
    ],
  },
  measured: { records: 55597, flagged: 4, inspected: 4, wrong: 0, on: '2026-11-25' },
  create: () => (view, report) => {
    let said: string | undefined;
    const { turns } = view;
    for (let i = 0; i < turns.length; i += 1) {
      const message = turns[i]?.message;
      if (message === undefined || typeof message.content === 'string') continue;
      for (const call of callsOf(message)) {
        if (!isObject(call.arguments)) continue;
        for (const [argument, value] of givenIn(call.arguments)) {
          said ??= squeezed(canonicalJson(view.example.tools as unknown as JsonValue[]));
          if (said.includes(squeezed(value))) continue;
          const before = turns.slice(0, i).map(({ text, message: earlier }) => text + callsText(earlier));
          if (before.some((text) => squeezed(text).includes(squeezed(value)))) continue;
          const data = { argument, tool: call.name, value };
          report({ message: 'ungrounded', pointer: partPointer(message, call) + call.argumentsInside, data });
        }
      }
    }
  },
});

function* givenIn(args: JsonObject): Generator<[string, string]> {
  for (const [argument, value] of Object.entries(args)) {
    if (typeof value !== 'string' || value.length < SHORTEST || value.length > LONGEST) continue;
    if (GIVEN.test(value) && !WORKED_OUT.test(value)) yield [argument, value];
  }
}

const callsText = (message: Parameters<typeof callsOf>[0]): string =>
  callsOf(message)
    .map(({ arguments: args, raw }) => raw ?? (args === undefined ? '' : canonicalJson(args)))
    .join(' ');

/** Letters and digits alone: how people write a number makes no difference. */
const squeezed = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
