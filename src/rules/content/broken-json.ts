// An answer that looks like JSON and cannot be parsed.

import { textPointer } from '../../model/example.ts';
import { nestsTooDeep, parseJson } from '../../model/parse-json.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { TextBits } from '../../model/text-bits.ts';
import { chat, pair } from '../sample.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

const LOOK = 1 << 18;
const FENCED = /^```json\s*\n([\s\S]*)\n```$/;

export const brokenJson = defineRecordRule({
  id: 'content/broken-json',
  title: 'Answer is not valid JSON',
  why: 'The model learns to write JSON that programs cannot read.',
  mend: 'Mend the JSON.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { broken: 'The answer looks like JSON and cannot be parsed.' },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      { title: 'valid', record: chat('Give me JSON.', '{"a": [1, 2]}') },
      { title: 'a Python dictionary', record: chat('Write a Python dictionary.', "{'a': None}") },
      { title: 'one value a line', record: chat('Give me JSON lines.', '{"a": 1}\n{"a": 2}') },
    ],
    bad: [
      {
        title: 'a comma too many',
        record: chat('Describe her.', '{"name": "Ann", "age": 3,}'),
        finds: [{ message: 'broken', pointer: '/messages/1/content' }],
      },
      {
        title: 'in a fence',
        record: pair('Describe her.', '```json\n{"name": "Ann" "age": 3}\n```'),
        finds: [{ message: 'broken', pointer: '/completion' }],
      },
    ],
  },
  measured: { records: 48653, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-24' },
  create: ({ hint }) => {
    const about = hint([
      'fix',
      'invalid',
      'broken',
      'json5',
      'jsonl',
      'json lines',
      'python',
      'javascript',
      'java',
      'dict',
      'code',
      'function',
      'program',
      'correct',
      'typescript',
      'regex',
      'latex',
      'mongo',
      'php',
      'template',
      '代码',
      '函数',
    ]);
    return (view, report) => {
      for (const turn of view.turns) {
        if (!turn.learned || (turn.bits & TextBits.brace) === 0 || turn.text.length > LOOK) continue;
        const json = jsonOf(turn.text);
        if (
          json === undefined ||
          parseJson(json) !== undefined ||
          nestsTooDeep(json) ||
          isLines(json) ||
          view.promptHas(about)
        )
          continue;
        report({ message: 'broken', pointer: textPointer(turn.message) });
      }
    };
  },
});

/** The text if it can only be meant as JSON: an object with a quoted key, or a list of such. */
function jsonOf(text: string): string | undefined {
  const trimmed = text.trim();
  const json = trimmed.startsWith('```') ? FENCED.exec(trimmed)?.[1]?.trim() : trimmed;
  if (json === undefined || !/^(?:\{|\[\s{0,20}\{)\s{0,20}"[^"\n]{1,80}"\s{0,4}:/.test(json))
    return undefined;
  return json.endsWith(json[0] === '{' ? '}' : ']') ? json : undefined;
}

const isLines = (json: string): boolean => {
  const lines = json.split('\n', 1000);
  return lines.length > 1 && lines.every((line) => line.trim() === '' || parseJson(line) !== undefined);
};
