// The better answer has a fault that the worse one has not.

import { textPointer } from '../../model/example.ts';
import { defaultOptions } from '../../model/option.ts';
import {
  defineRecordRule,
  type RecordRule,
  type RecordView,
  type RuleContext,
  type Turn,
} from '../../model/rule.ts';
import { repetitionLoop } from '../answer/repetition-loop.ts';
import { brokenJson } from '../content/broken-json.ts';
import { emptyAnswer } from '../content/empty-answer.ts';
import { mergedRecords } from '../content/merged-records.ts';
import { placeholderValue } from '../content/placeholder-value.ts';
import { truncatedStrong } from '../content/truncated-strong.ts';
import { unfilledTemplate } from '../content/unfilled-template.ts';
import { schemaViolation } from '../extraction/schema-violation.ts';
import { type Sides, sidesOf } from '../pairs.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

/** Refusals are not among them: where something harmful is asked, the better answer refuses. */
const FAULTS: readonly RecordRule[] = [
  emptyAnswer,
  unfilledTemplate,
  truncatedStrong,
  mergedRecords,
  repetitionLoop,
  placeholderValue,
  brokenJson,
  schemaViolation,
];

const STORY =
  'The fox went over the hill and into the wood, where it met an owl that had been waiting for it since the evening';

export const swapHint = defineRecordRule({
  id: 'preference/swap-hint',
  title: 'The better answer is the faulty one',
  why: 'One answer is broken and the other is not, and the broken one is marked as better: the two may be swapped.',
  mend: 'Swap the answers, or mend the better one.',
  severity: 'warning',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  kinds: ['preference'],
  options: {},
  messages: { fault: 'The better answer has a fault that the worse one has not ({rule}).' },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      {
        title: 'two sound answers',
        record: { prompt: 'Capital of Peru?', chosen: 'Lima', rejected: 'Quito' },
      },
      {
        title: 'the worse one is faulty, as it should be',
        record: { prompt: 'Tell me of the fox.', chosen: `${STORY}.`, rejected: '{{answer}}' },
      },
      {
        title: 'both are faulty',
        record: { prompt: 'Describe her.', chosen: '{"name": "Ann",}', rejected: '{"name": "Bob",}' },
      },
    ],
    bad: [
      {
        title: 'broken JSON is preferred',
        record: {
          prompt: 'Describe her.',
          chosen: '{"name": "Ann", "age": 3,}',
          rejected: '{"name": "Ann", "age": 3}',
        },
        finds: [{ message: 'fault', pointer: '/chosen', data: { rule: 'content/broken-json' } }],
      },
      {
        title: 'a template is preferred',
        record: { prompt: 'Tell me of the fox.', chosen: 'The fox met {{animal}}.', rejected: `${STORY}.` },
        finds: [{ message: 'fault', pointer: '/chosen', data: { rule: 'content/unfilled-template' } }],
      },
    ],
  },
  measured: { records: 55597, flagged: 32, inspected: 17, wrong: 1, on: '2026-11-25' },
  create: (context) => {
    const judges = FAULTS.map((rule) => ({
      id: rule.id,
      judge: rule.create({ ...context, options: defaultOptions(rule.options) as RuleContext['options'] }),
    }));
    const faultOf = (view: RecordView): string | undefined =>
      judges.find(({ judge }) => {
        let found = false;
        judge(view, () => {
          found = true;
        });
        return found;
      })?.id;
    return (view, report) => {
      const sides = sidesOf(view);
      if (sides === undefined) return;
      const rule = faultOf(view);
      if (rule === undefined || faultOf(swapped(view, sides)) !== undefined) return;
      report({ message: 'fault', pointer: textPointer(sides.better.message), data: { rule } });
    };
  },
});

/** The record as it would be with its answers the other way round. */
function swapped(view: RecordView, { better, worse }: Sides): RecordView {
  const { at, value, example, identity, label, tokens, framing, unsizedImages, turns } = view;
  return {
    at,
    value,
    example,
    identity,
    label,
    tokens,
    framing,
    unsizedImages,
    turns: [...turns.slice(0, -1), cast(worse, better.number, true)],
    rejected: [cast(better, worse.number, false)],
    promptHas: (hint) => view.promptHas(hint),
  };
}

const cast = (turn: Turn, number: number, learned: boolean): Turn => ({
  message: turn.message,
  role: turn.role,
  number,
  learned,
  text: turn.text,
  bits: turn.bits,
  raw: turn.raw,
  tokens: turn.tokens,
  has: (hint) => turn.has(hint),
  get folded() {
    return turn.folded;
  },
  get json() {
    return turn.json;
  },
  sameAs: (other) => turn.sameAs(other),
});
