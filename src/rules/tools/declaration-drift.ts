// One tool, declared in several ways.

import { compareText } from '../../model/finding.ts';
import { hash32 } from '../../model/hash.ts';
import { canonicalJson } from '../../model/json.ts';
import { comparePositions, type Position } from '../../model/position.ts';
import { defineDatasetRule } from '../../model/rule.ts';
import { chat, many } from '../sample.ts';
import { APIGEN } from '../sources.ts';

/** The first record of each way in which a tool is declared, by name and by the hash of its parameters. */
type State = Map<string, Map<number, Position>>;
const MOST_NAMES = 20_000;
const MOST_WAYS = 1000;
const SHOWN = 5;

export const declarationDrift = defineDatasetRule({
  id: 'tools/declaration-drift',
  title: 'Tool declared in several ways',
  why: 'The model sees one name with different parameters and cannot know which will be there in use.',
  mend: 'Use one declaration for the whole set, the one that is used in production.',
  severity: 'info',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { drift: '{count#tool} are declared in more than one way, such as {name}.' },
  sources: [APIGEN],
  examples: {
    good: [
      {
        title: 'always the same',
        records: many(3, (n) => ({
          ...chat(`${n}?`, `${n}`),
          tools: [
            {
              type: 'function',
              function: {
                name: 'clock',
                parameters: { type: 'object', properties: { zone: { type: 'string' } } },
              },
            },
          ],
        })),
      },
      {
        title: 'two tools',
        records: many(2, (n) => ({
          ...chat(`${n}?`, `${n}`),
          tools: [
            n
              ? {
                  type: 'function',
                  function: {
                    name: 'clock',
                    parameters: { type: 'object', properties: { zone: { type: 'string' } } },
                  },
                }
              : {
                  type: 'function',
                  function: {
                    name: 'date',
                    parameters: { type: 'object', properties: { zone: { type: 'string' } } },
                  },
                },
          ],
        })),
      },
    ],
    bad: [
      {
        title: 'another parameter',
        records: many(4, (n) => ({
          ...chat(`${n}?`, `${n}`),
          tools: [
            n
              ? {
                  type: 'function',
                  function: {
                    name: 'clock',
                    parameters: { type: 'object', properties: { zone: { type: 'string' } } },
                  },
                }
              : {
                  type: 'function',
                  function: {
                    name: 'clock',
                    parameters: { type: 'object', properties: { place: { type: 'string' } } },
                  },
                },
          ],
        })),
        finds: [{ message: 'drift', pointer: '', data: { name: 'clock', count: 1 } }],
      },
      {
        title: 'no parameters at all',
        records: many(4, (n) => ({
          ...chat(`${n}?`, `${n}`),
          tools: [
            n % 2
              ? {
                  type: 'function',
                  function: {
                    name: 'clock',
                    parameters: { type: 'object', properties: { zone: { type: 'string' } } },
                  },
                }
              : { type: 'function', function: { name: 'clock' } },
          ],
        })),
        finds: [{ message: 'drift', pointer: '', data: { name: 'clock', count: 1 } }],
      },
    ],
  },
  measured: { records: 55597, flagged: 3, inspected: 3, wrong: 0, on: '2026-11-24' },
  create: () => ({
    empty: (): State => new Map(),
    add(state: State, { example, at }) {
      for (const { name, parameters } of example.tools) {
        let declared = state.get(name);
        if (declared === undefined) {
          // A set with more names than this has a tool of its own in every record.
          if (state.size >= MOST_NAMES) continue;
          declared = new Map();
          state.set(name, declared);
        }
        const hash = hash32(parameters === undefined ? '' : canonicalJson(parameters));
        const before = declared.get(hash);
        if (before === undefined ? declared.size < MOST_WAYS : comparePositions(at, before) < 0)
          declared.set(hash, at);
      }
    },
    merge(into: State, from: State) {
      for (const [name, ways] of from) {
        const declared = into.get(name);
        if (declared === undefined) into.set(name, new Map(ways));
        else {
          for (const [hash, at] of ways) {
            const before = declared.get(hash);
            if (before === undefined || comparePositions(at, before) < 0) declared.set(hash, at);
          }
        }
      }
    },
    finish(state: State, report) {
      const drifting = [...state].filter(([, ways]) => ways.size > 1).sort(([a], [b]) => compareText(a, b));
      const [first] = drifting;
      if (first === undefined) return;
      const [name, ways] = first;
      const places = [...ways.values()].sort(comparePositions).slice(0, SHOWN);
      const related = places.map((at) => ({ at, label: 'declared so' }));
      report({ message: 'drift', pointer: '', data: { name, count: drifting.length }, related });
    },
  }),
});
