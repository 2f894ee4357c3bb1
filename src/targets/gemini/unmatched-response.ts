// A response to a function that was not called: calls have no ids here, the name and the order say what belongs together.

import { callsOf, partPointer, partsOf } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { PREPARE } from './service.ts';

const response = (name: string) => ({ functionResponse: { name, response: { sky: 'clear' } } });
const record = (...responses: readonly string[]) => ({
  contents: [
    { role: 'user', parts: [{ text: 'What is the weather in Bonn?' }] },
    { role: 'model', parts: [{ functionCall: { name: 'weather', args: { city: 'Bonn' } } }] },
    { role: 'user', parts: responses.map(response) },
    { role: 'model', parts: [{ text: 'It is sunny.' }] },
  ],
});

export const unmatchedResponse = defineRecordRule({
  id: 'target/gemini-unmatched-response',
  title: 'Response without its call',
  why: 'Responses are matched with calls by name and order; one that fits none teaches the model to invent calls.',
  mend: 'Give it the name of the call it answers, or remove it.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { unmatched: 'No call of {name} waits for this response.' },
  sources: [PREPARE],
  examples: {
    good: [
      { title: 'of the same name', target: 'gemini-sft', record: record('weather') },
      {
        title: 'no function',
        target: 'gemini-sft',
        record: {
          contents: [
            { role: 'user', parts: [{ text: 'Hi' }] },
            { role: 'model', parts: [{ text: 'Hello!' }] },
          ],
        },
      },
    ],
    bad: [
      {
        title: 'another name',
        target: 'gemini-sft',
        record: record('music'),
        finds: [{ message: 'unmatched', pointer: '/contents/2/parts/0', data: { name: 'music' } }],
      },
      {
        title: 'two responses to one call',
        target: 'gemini-sft',
        record: record('weather', 'weather'),
        finds: [{ message: 'unmatched', pointer: '/contents/2/parts/1', data: { name: 'weather' } }],
      },
    ],
  },
  create: () => (view, report) => {
    const waiting: string[] = [];
    for (const { message } of view.turns) {
      if (typeof message.content === 'string') continue;
      for (const { name } of callsOf(message)) waiting.push(name);
      for (const part of partsOf(message)) {
        if (part.type !== 'result' || part.name === undefined) continue;
        const place = waiting.indexOf(part.name);
        if (place >= 0) waiting.splice(place, 1);
        else report({ message: 'unmatched', pointer: partPointer(message, part), data: { name: part.name } });
      }
    }
  },
});
