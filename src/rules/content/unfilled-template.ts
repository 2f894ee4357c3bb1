// A variable of a template that nothing was put into.

import { textPointer } from '../../model/example.ts';
import { defineRecordRule } from '../../model/rule.ts';
import { TextBits } from '../../model/text-bits.ts';
import { withoutCode } from '../../text/code-spans.ts';
import { findAll } from '../../text/find-all.ts';
import { chat, chatWith, pair } from '../sample.ts';

const SLOT =
  /\{\{\s{0,3}[A-Za-z_][\w.]{0,60}(?:\s{0,3}\|[^{}\n]{0,60})?\s{0,3}\}\}|\$\{[A-Za-z_][\w.]{0,60}\}|<%=[^%\n]{1,80}%>|%\([a-z_]\w{0,40}\)[sd]|<(?:INSERT|YOUR|ENTER|ADD|FILL|REPLACE)(?:[ _-][A-Z]{1,20}){1,6}>|\[object Object\]/g;

export const unfilledTemplate = defineRecordRule({
  id: 'content/unfilled-template',
  title: 'Template not filled in',
  why: 'When the model is used, a value stands there; it learns to write the name of the variable instead.',
  mend: 'Fill in the value, or remove the record.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: { slot: 'The answer holds the unfilled variable {text}.' },
  sources: [
    {
      title: 'Gitleaks, shapes that are no values',
      url: 'https://github.com/gitleaks/gitleaks',
      read: '2026-11-22',
    },
  ],
  examples: {
    good: [
      { title: 'a template was asked for', record: chat('Write a Jinja template.', 'Hello {{ name }}!') },
      { title: 'code', record: chat('Greet.', 'x') },
      { title: 'LaTeX', record: chat('Formula?', '\\frac{{a}}{{b}}') },
      {
        title: 'a system prompt that explains slots',
        record: chatWith('Use {{name}} as a slot.', 'Who?', '{{name}}'),
      },
    ],
    bad: [
      {
        title: 'double braces',
        record: chat('Who are you?', 'I am {{name}}, made by {{author}}.'),
        finds: [{ message: 'slot', pointer: '/messages/1/content', data: { text: '{{name}}' } }],
      },
      {
        title: 'a shell variable',
        record: pair('Greet.', 'Dear \u0024{customer_name},'),
        finds: [{ message: 'slot', pointer: '/completion', data: { text: '\u0024{customer_name}' } }],
      },
      {
        title: 'words to insert',
        record: pair('Greet.', 'Dear <INSERT NAME>,'),
        finds: [{ message: 'slot', pointer: '/completion', data: { text: '<INSERT NAME>' } }],
      },
    ],
  },
  measured: { records: 48653, flagged: 85, inspected: 9, wrong: 0, on: '2026-11-24' },
  create: ({ hint }) => {
    const words = hint([
      '{{',
      '\u0024{',
      '<%=',
      '%(',
      '<insert',
      '<your',
      '<enter',
      '<add',
      '<fill',
      '<replace',
      '[object object]',
    ]);
    const about = hint([
      '{{',
      '\u0024{',
      'template',
      'jinja',
      'handlebars',
      'mustache',
      'f-string',
      'prompt',
      'code',
      'script',
      'function',
      'program',
      'html',
      'latex',
      'react',
      'angular',
      'vue',
      'bash',
      'shell',
      'javascript',
      'typescript',
      'python',
      'php',
      'perl',
      'java',
      'yaml',
      'json',
      'css',
      'regex',
      'string',
      'variable',
      'sql',
      'query',
      'command',
      'api',
      'url',
      '代码',
      '函数',
      '程序',
      '模板',
      '脚本',
    ]);
    return (view, report) => {
      for (const turn of view.turns) {
        if (!turn.learned || !turn.has(words)) continue;
        const found = findAll(withoutCode(turn.text), SLOT);
        if (found === undefined || turn.bits & TextBits.backslash || view.promptHas(about)) continue;
        report({
          message: 'slot',
          pointer: textPointer(turn.message),
          data: { text: found.text },
          near: found.at,
        });
      }
    };
  },
});
