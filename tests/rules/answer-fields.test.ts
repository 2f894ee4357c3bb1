// Fields of answers in JSON add up in any cutting and any order, with more paths and values than are kept.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Message, Role } from '../../src/model/example.ts';
import type { JsonValue } from '../../src/model/json.ts';
import type { RecordView, Turn } from '../../src/model/rule.ts';
import { TextBits } from '../../src/model/text-bits.ts';
import { answerFields } from '../../src/rules/answer-fields.ts';
import { readAnswerFields } from '../../src/rules/read-answer-fields.ts';
import { jsonAnswer } from '../../src/text/json-in.ts';
import { foldText } from '../../src/text/normal-forms.ts';

function turnOf(role: Role, text: string): Turn {
  const place = { base: '/messages', index: 0, inside: '/content' };
  const rest = { name: undefined, weight: undefined, extra: undefined };
  const message: Message = { role, content: text, ...place, ...rest };
  return {
    message,
    role,
    number: 1,
    learned: role === 'assistant',
    text,
    bits: TextBits.brace | TextBits.nonAscii,
    raw: { high: 0, low: 0 },
    tokens: 1,
    has: () => false,
    folded: foldText(text),
    json: jsonAnswer(text),
    sameAs: () => false,
  };
}

const viewOf = (asked: string, answer: string, index: number): RecordView =>
  ({
    at: { source: 0, index },
    turns: [turnOf('user', asked), turnOf('assistant', answer)],
  }) as unknown as RecordView;

const key = fc.oneof(
  fc.constantFrom('a', 'b', 'name', '__proto__'),
  fc.nat(2000).map((n) => `k${n}`),
);
const leaf = fc.oneof(
  fc.constantFrom<JsonValue>(null, '', 'N/A', 'Bonn', 'bonn', '2026-01-02', 7, true, [], {}),
  fc.string({ maxLength: 5 }),
);
const value = fc.dictionary(key, fc.oneof(leaf, fc.array(leaf, { maxLength: 3 }), fc.dictionary(key, leaf)), {
  minKeys: 1,
  maxKeys: 60,
});
const answer = fc.oneof(
  value.map((made) => JSON.stringify(made)),
  value.map((made) => JSON.stringify(made, null, 2)),
  value.map((made) => `\`\`\`json\n${JSON.stringify(made)}\n\`\`\``),
  fc.constant('In Bonn.'),
);

test('any split, merged in any order, gives what one pass gives', () => {
  fc.assert(
    fc.property(
      fc.array(answer, { minLength: 1, maxLength: 60 }),
      fc.array(fc.nat(3), { minLength: 1 }),
      fc.boolean(),
      (answers, choices, reverse) => {
        const views = answers.map((text, i) => viewOf('Is it Bonn or ulm, on 2026-01-02?', text, i));
        const whole = answerFields.empty();
        for (const view of views) answerFields.add(whole, view);
        const parts = Array.from({ length: 4 }, () => answerFields.empty());
        views.forEach((view, i) => {
          answerFields.add(parts[choices[i % choices.length] ?? 0] ?? whole, view);
        });
        const total = answerFields.empty();
        for (const part of reverse ? parts.reverse() : parts)
          answerFields.merge(total, structuredClone(part));
        expect(readAnswerFields(total)).toEqual(readAnswerFields(whole));
      },
    ),
    { seed: 20261125, numRuns: 150 },
  );
});

test('a text that is not in the question is named by its first record', () => {
  const state = answerFields.empty();
  answerFields.add(state, viewOf('Is it Bonn?', '{"city": "Ulm"}', 4));
  answerFields.add(state, viewOf('Is it in B-O-N-N am Rhein?', '{"city": "bonn am rhein"}', 5));
  answerFields.add(state, viewOf('Is it Bonn?', '{"city": "Köln"}', 2));
  const city = readAnswerFields(state).fields.find(({ path }) => path === '/city');
  expect(city).toMatchObject({ quoted: 1, unquoted: { count: 2 }, unquotedText: 'Köln', name: 'city' });
});
