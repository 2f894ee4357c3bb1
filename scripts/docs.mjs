// Writes the generated parts of the README and the schema of the report; --check only says whether they are fresh.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { check, render } from '../dist/index.js';
import { ruleTable } from '../dist/report/rule-page.js';
import { RULES } from '../dist/rules/index.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const checkOnly = process.argv.includes('--check');

/** The text with what stands between two marker comments replaced. */
function fill(text, name, content) {
  const begin = `<!-- ${name}:begin -->`;
  const end = `<!-- ${name}:end -->`;
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`README.md has no markers for ${name}`);
  return `${text.slice(0, from + begin.length)}\n${content}\n${text.slice(to)}`;
}

const report = await check(
  ['samples/openai-chat/broken.jsonl'],
  { target: 'openai-sft', failOn: 'never', today: '2026-11-24' },
  { root, threads: 1 },
);
const shown = render(report, 'text', { width: 100, examples: 1 });

const readme = readFileSync(`${root}README.md`, 'utf8');
const fresh = fill(fill(readme, 'sample', `\`\`\`text\n${shown.trimEnd()}\n\`\`\``), 'rules', ruleTable(RULES));
if (fresh !== readme) {
  if (checkOnly) {
    console.error('README.md: the generated parts are not fresh; run npm run docs');
    process.exit(1);
  }
  writeFileSync(`${root}README.md`, fresh);
  console.log('README.md written');
}
