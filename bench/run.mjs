// npm run bench -- NAME [--json]: runs bench/NAME.mjs and prints its table, or one JSON object per measure.
//
// A bench exports `title` and `run(report)`; it calls report.measure({ name, ratio, bar, exact? }) for each measure
// (a larger ratio is always better, `bar` is the least that must be reached) and report.table(rows) for people.
import { readdirSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';

const NOT_BENCHES = new Set(['run.mjs']);
const asJson = process.argv.includes('--json');
const names = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));

const files = readdirSync(new URL('.', import.meta.url)).filter(
  (file) => file.endsWith('.mjs') && !NOT_BENCHES.has(file),
);
const known = [];
for (const file of files.sort()) {
  const bench = await import(new URL(file, import.meta.url).href);
  if (typeof bench.run === 'function') known.push({ name: file.slice(0, -4), ...bench });
}
const chosen = names.length === 0 ? [] : known.filter(({ name }) => names.includes(name));
if (chosen.length === 0) {
  console.log(
    `usage: npm run bench -- NAME [--json]\n\n${known.map(({ name, title }) => `  ${name.padEnd(10)} ${title}`).join('\n')}`,
  );
  process.exit(names.length === 0 ? 0 : 2);
}

/** Columns as wide as their widest cell; the first to the left, the others to the right. */
function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
        .join('  '),
    )
    .join('\n');
}

let missed = 0;
for (const { name, title, run } of chosen) {
  if (!asJson) {
    console.log(`${name}: ${title}`);
    console.log(`Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}\n`);
  }
  const measures = [];
  await run({
    measure: (measure) => {
      measures.push(measure);
      if (asJson) console.log(JSON.stringify(measure));
    },
    table: (rows) => {
      if (!asJson) console.log(`${table(rows)}\n`);
    },
    note: (text) => {
      if (!asJson) console.log(text);
    },
  });
  for (const { name: measure, ratio, bar, exact } of measures) {
    if (ratio >= bar && exact !== false) continue;
    missed += 1;
    if (!asJson)
      console.log(
        `missed: ${measure} ${ratio.toFixed(1)} (must ${bar})${exact === false ? ', not exact' : ''}`,
      );
  }
}
process.exitCode = missed > 0 ? 1 : 0;
