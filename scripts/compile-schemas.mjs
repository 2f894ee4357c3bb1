// Compiles the targets' JSON Schemas to standalone validators, so that ajv is not even loaded when tuneset runs.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
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
  for (const { kind, code } of modules) {
    if (/\brequire\(/.test(code))
      throw new Error(`${file}: the ${kind} validator needs a module at run time`);
    const head = `// Made by scripts/compile-schemas.mjs from schemas/${file}. Do not edit.\n// @ts-nocheck\n`;
    writeFileSync(new URL(`${id}.${kind}.ts`, out), head + code);
  }
}
console.log(`compiled schemas into ${fileURLToPath(out).replace(fileURLToPath(root), '')}`);
