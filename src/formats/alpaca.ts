// Alpaca: an instruction, an optional input beside it, and an output.

import type { Conversation, Message } from '../model/example.ts';
import type { Format } from '../model/format.ts';
import { kindOf, member } from '../model/json.ts';
import { extraOf } from './chat-codec.ts';
import { fieldMessage, readText } from './field-codec.ts';

const KNOWN: ReadonlySet<string> = new Set(['instruction', 'input', 'output']);

export const alpaca: Format = {
  id: 'alpaca',
  title: 'Alpaca: {instruction, input?, output}',
  kinds: ['conversation'],
  keys: ['instruction', 'output'],
  sources: [
    { title: 'Stanford Alpaca', url: 'https://github.com/tatsu-lab/stanford_alpaca', read: '2026-11-22' },
  ],

  recognize(value) {
    if (typeof member(value, 'instruction') !== 'string') return undefined;
    if (typeof member(value, 'output') !== 'string') return undefined;
    return { score: 1, because: 'instruction and output as text' };
  },

  parse(value, note): Conversation | undefined {
    if (!Object.hasOwn(value, 'instruction') && !Object.hasOwn(value, 'output')) return undefined;
    const instruction = readText(value, 'instruction', note);
    const output = readText(value, 'output', note);
    if (instruction === undefined && output === undefined) return undefined;
    const messages: Message[] = [];
    if (instruction !== undefined) messages.push(fieldMessage('user', instruction, 'instruction'));
    const input = member(value, 'input');
    // The input is a second user text: trainers join the two with a line break or a heading of their own.
    if (typeof input === 'string') {
      if (input !== '') messages.push(fieldMessage('user', input, 'input'));
    } else if (input !== undefined && input !== null) {
      const data = { expected: 'text', found: kindOf(input) };
      note({ rule: 'structure/wrong-type', message: 'type', pointer: '/input', data });
    }
    if (output !== undefined) messages.push(fieldMessage('assistant', output, 'output'));
    return { kind: 'conversation', messages, tools: [], choices: undefined, extra: extraOf(value, KNOWN) };
  },
};
