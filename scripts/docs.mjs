// Writes what is generated from the code: parts of the README, the config's schema. --check only says whether all is fresh.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ALL_RULES } from '../.build/config/names.js';
import { configJsonSchema } from '../.build/config/schema.js';
import { ruleTable } from '../.build/report/rule-page.js';
import { check, render } from '../dist/index.js';

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
const blocks = render(report, 'text', { width: 100, examples: 1 }).trimEnd().split('\n\n');
// The first rules, the figures and the verdict: enough to see what a report looks like.
const shown = [...blocks.slice(0, 3), `… ${blocks.length - 5} more rules …`, ...blocks.slice(-2)].join(
  '\n\n',
);

const config = `${JSON.stringify(configJsonSchema(ALL_RULES), null, 2)}\n`;
const configPath = `${root}schemas/config.schema.json`;
const readme = readFileSync(`${root}README.md`, 'utf8');
const fresh = fill(fill(readme, 'sample', `\`\`\`text\n${shown}\n\`\`\``), 'rules', ruleTable(ALL_RULES));
for (const [path, before, after] of [
  [`${root}README.md`, readme, fresh],
  [configPath, existsSync(configPath) ? readFileSync(configPath, 'utf8') : '', config],
]) {
  if (before === after) continue;
  if (checkOnly) {
    console.error(`${path}: what is generated is not fresh; run npm run docs`);
    process.exitCode = 1;
  } else {
    writeFileSync(path, after);
    console.log(`${path} written`);
  }
}
