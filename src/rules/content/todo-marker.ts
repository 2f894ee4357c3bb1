// A line that says the work is still to be done.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { withoutCode } from '../../text/code-spans.ts';
import { findAll } from '../../text/find-all.ts';
import { chat, pair } from '../sample.ts';
import { TUNESET_PRACTICE } from '../sources.ts';

const TODO = /(?<=^[ \t]{0,20})(?:TODO|FIXME|TBD|XXX):/gm;

export const todoMarker = defineRecordRule({
  id: 'content/todo-marker',
  title: 'TODO left in the answer',
  why: 'The model learns to leave work undone.',
  mend: 'Do it, or remove the line.',
  severity: 'info',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { todo: 'The answer holds a line “{text}”.' },
  sources: [TUNESET_PRACTICE],
  examples: {
    good: [
      { title: 'in code', record: chat('Write it.', 'Here:\n```\n// start\nTODO: this\n```') },
      { title: 'a task list was asked for', record: chat('Make a todo list.', 'TODO: shop') },
    ],
    bad: [
      {
        title: 'a line',
        record: chat('Write the report.', 'Sales rose.\nTODO: add figures'),
        finds: [{ message: 'todo', pointer: '/messages/1/content', data: { text: 'TODO:' } }],
      },
      {
        title: 'a fixme',
        record: pair('Explain.', 'FIXME: say it better'),
        finds: [{ message: 'todo', pointer: '/completion', data: { text: 'FIXME:' } }],
      },
    ],
  },
  measured: { records: 48653, flagged: 0, inspected: 0, wrong: 0, on: '2026-11-24' },
  create: ({ hint }) => {
    const words = hint(['todo:', 'fixme:', 'tbd:', 'xxx:']);
    const about = hint(['todo', 'to-do', 'to do', 'task', 'code', 'program', 'script', 'function', 'class']);
    return (view, report) => {
      for (const turn of view.turns) {
        if (!turn.learned || !turn.has(words)) continue;
        const found = findAll(withoutCode(turn.text), TODO);
        if (found === undefined || view.promptHas(about)) continue;
        report({
          message: 'todo',
          pointer: textPointer(turn.message),
          data: { text: found.text },
          near: found.at,
        });
      }
    };
  },
});
