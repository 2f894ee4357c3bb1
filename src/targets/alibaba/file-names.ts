// The files of a set, as Model Studio takes them: ten at most, with plain names that differ.

import { defineFigureRule } from '../../model/rule.ts';
import { RULES } from './service.ts';

const FILES = 10;
const LONGEST = 120;
const line = '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello!"}]}\n';

export const fileNames = defineFigureRule({
  id: 'target/alibaba-file-names',
  title: 'Files that cannot be uploaded so',
  why: 'Model Studio takes ten files, named with letters, digits, _ and -, 120 characters at most; endings do not make names different.',
  mend: 'Rename the files, or join them.',
  severity: 'error',
  stage: 'stable',
  since: '0.1.0',
  fix: 'none',
  options: {},
  messages: {
    many: '{count#file}; {limit} are taken.',
    letters: 'The name of {source} has more than letters, digits, _ and -.',
    long: 'The name of {source} has {count#character}; {limit} are allowed.',
    twice: '{source} has the name of another file, but for its ending.',
  },
  sources: [RULES],
  examples: {
    good: [
      { title: 'a plain name', lines: line, file: 'train_set-1.jsonl', target: 'alibaba-sft' },
      {
        title: 'letters of another script, for another service',
        lines: line,
        file: 'données.jsonl',
        target: 'openai-sft',
      },
    ],
    bad: [
      {
        title: 'a letter with an accent',
        lines: line,
        file: 'données.jsonl',
        target: 'alibaba-sft',
        finds: [{ message: 'letters', pointer: '', data: { source: 'données.jsonl' } }],
      },
      {
        title: 'a very long name',
        lines: line,
        file: `${'a'.repeat(121)}.jsonl`,
        target: 'alibaba-sft',
        finds: [{ message: 'long', pointer: '' }],
      },
    ],
  },
  create:
    () =>
    ({ sources }, report) => {
      const count = sources.length;
      if (count > FILES) report({ message: 'many', pointer: '', data: { count, limit: FILES } });
      const seen = new Set<string>();
      for (const { name: source } of sources) {
        const base = source.slice(source.lastIndexOf('/') + 1).replace(/\.[a-z0-9]{1,8}$/i, '');
        if (base === '-') continue;
        if (base.length > LONGEST) {
          report({ message: 'long', pointer: '', data: { source, count: base.length, limit: LONGEST } });
        }
        if (!/^[A-Za-z0-9_-]+$/.test(base)) report({ message: 'letters', pointer: '', data: { source } });
        if (seen.has(base)) report({ message: 'twice', pointer: '', data: { source } });
        seen.add(base);
      }
    },
});
