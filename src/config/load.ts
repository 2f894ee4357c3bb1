// Finds and reads the user's config file: JSON or YAML, named or upwards from where the command runs.

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { diagnoseJson } from '../io/json-diagnose.ts';
import { describeFault } from '../io/json-fault.ts';
import { UserError } from '../model/error.ts';
import { isObject, type JsonObject } from '../model/json.ts';
import { loadBaseline } from './load-baseline.ts';
import { ALL_RULES } from './names.ts';
import { loadOutputSchema } from './output-schema.ts';
import type { Request } from './request.ts';

export const CONFIG_NAMES = ['tuneset.config.json', 'tuneset.config.yaml', 'tuneset.config.yml'] as const;

/** The nearest config file in a folder or one above it; undefined where there is none. */
export function findConfig(from: string): string | undefined {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    for (const name of CONFIG_NAMES) if (existsSync(join(folder, name))) return join(folder, name);
    if (folder === dirname(folder)) return undefined;
  }
}

/**
 * The request that a config file makes. Paths in it are relative to the file.
 * @param parts `baseline: false` leaves out the baseline that it names, which may not be there yet
 * @throws UserError that names the file and the key or the line
 */
export async function loadConfig(path: string, parts: { baseline?: boolean } = {}): Promise<Request> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new UserError('bad-config', `${path} cannot be read`, { hint: 'name an existing file', cause });
  }
  const value = path.endsWith('.json') ? parseJson(text, path) : await parseYaml(text, path);
  const { configFaults } = await import('./schema.ts');
  const [fault, ...more] = configFaults(value ?? {}, ALL_RULES);
  if (fault !== undefined) {
    const rest = more.length === 0 ? '' : ` (and ${more.length} more)`;
    const place = fault.key === '' ? path : `${path}: ${fault.key}`;
    throw new UserError('bad-config', `${place}: ${fault.what}${rest}`, {
      hint: fault.hint ?? 'schemas/config.schema.json lists every key',
    });
  }
  // What passes the schema is a request, but for the address of the schema itself.
  const {
    $schema: _,
    outputSchema,
    baseline,
    ...request
  } = (value ?? {}) as Omit<Request, 'outputSchema' | 'baseline'> & {
    $schema?: string;
    outputSchema?: JsonObject | string;
    baseline?: string;
  };
  return {
    ...request,
    ...(await tokenizerBeside(request.tokenizer, path)),
    ...(baseline === undefined || parts.baseline === false
      ? {}
      : { baseline: loadBaseline(resolve(dirname(path), baseline)) }),
    ...(outputSchema === undefined
      ? {}
      : {
          outputSchema:
            typeof outputSchema === 'string'
              ? loadOutputSchema(resolve(dirname(path), outputSchema))
              : outputSchema,
        }),
  };
}

/** A vocabulary file is named relative to the config; the name of an encoding is no path. */
async function tokenizerBeside(
  tokenizer: string | undefined,
  path: string,
): Promise<Pick<Request, 'tokenizer'>> {
  if (tokenizer === undefined || !/[./\\]/.test(tokenizer)) return {};
  const beside = resolve(dirname(path), tokenizer);
  return existsSync(beside) ? { tokenizer: relative(process.cwd(), beside) } : {};
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const bytes = new TextEncoder().encode(text);
    const fault = diagnoseJson(bytes, 0, bytes.length, 100);
    const place = fault === undefined ? path : `${path}:${fault.line}:${fault.column}`;
    const what = fault === undefined ? 'it is not JSON' : describeFault(fault);
    throw new UserError('bad-config', `${place}: ${what}`, { hint: 'YAML files may have comments', cause });
  }
}

async function parseYaml(text: string, path: string): Promise<unknown> {
  const { parseDocument } = await import('yaml');
  const document = parseDocument(text, { prettyErrors: true });
  const [error] = document.errors;
  if (error !== undefined) {
    const start = error.linePos?.[0];
    const place = start === undefined ? path : `${path}:${start.line}:${start.col}`;
    const [what] = error.message.split(/ at line | in this /);
    throw new UserError('bad-config', `${place}: ${what ?? error.message}`, { cause: error });
  }
  const value: unknown = document.toJS({ maxAliasCount: 100 });
  if (value !== null && !isObject(value)) {
    throw new UserError('bad-config', `${path}: it has to hold keys and values`);
  }
  return value;
}
