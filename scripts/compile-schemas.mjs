// Compiles the targets' JSON Schemas, and the schemas of JSON Schema itself, to standalone validators: compiling them
// when tuneset runs would cost more than checking a small file.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { Ajv } from 'ajv/dist/ajv.js';
import standalone from 'ajv/dist/standalone/index.js';

const root = new URL('..', import.meta.url);
const out = new URL('src/targets/validators/', root);
mkdirSync(out, { recursive: true });

/** Targets whose schema stands in schemas/: everything but the schemas of tuneset's own files. */
const OWN = new Set(['report.schema.json', 'config.schema.json']);

const files = readdirSync(new URL('schemas/', root))
  .filter((name) => name.endsWith('.schema.json') && !OWN.has(name))
  .sort();
const schemas = files.map((file) => JSON.parse(readFileSync(new URL(`schemas/${file}`, root), 'utf8')));

/** Writes code that needs no module at run time. */
function write(path, from, code) {
  if (/\brequire\(/.test(code)) throw new Error(`${path}: the validator needs a module at run time`);
  const head = `// Made by scripts/compile-schemas.mjs from ${from}. Do not edit.\n// @ts-nocheck\n`;
  writeFileSync(path, head + code);
}

for (const [i, file] of files.entries()) {
  const schema = schemas[i];
  const id = file.replace('.schema.json', '');
  const modules = ['fast', 'full'].map((kind) => {
    const ajv = new Ajv2020({
      allErrors: kind === 'full',
      discriminator: true,
      strict: true,
      allowUnionTypes: true,
      strictTypes: false,
      strictRequired: false,
      code: { source: true, esm: true, lines: true },
    });
    // A schema may borrow from the others, as services borrow from each other.
    ajv.addSchema(schemas);
    return { kind, code: standalone.default(ajv, ajv.getSchema(schema.$id)) };
  });
  for (const { kind, code } of modules) write(new URL(`${id}.${kind}.ts`, out), `schemas/${file}`, code);
}

const metaOut = new URL('src/formats/meta-schemas/', root);
mkdirSync(metaOut, { recursive: true });
for (const [name, Draft, id] of [
  ['draft-07', Ajv, 'http://json-schema.org/draft-07/schema'],
  ['draft-2020-12', Ajv2020, 'https://json-schema.org/draft/2020-12/schema'],
]) {
  const ajv = new Draft({
    allErrors: true,
    strict: false,
    validateFormats: false,
    code: { source: true, esm: true, lines: true },
  });
  // What has to be unique in a schema is names.
  const code = standalone
    .default(ajv, ajv.getSchema(id))
    .replace('require("ajv/dist/runtime/equal").default', '(a, b) => a === b');
  write(new URL(`${name}.ts`, metaOut), id, code);
}
for (const folder of [out, metaOut]) {
  console.log(`compiled schemas into ${fileURLToPath(folder).replace(fileURLToPath(root), '')}`);
}
