// The texts that token counters are measured on, two megabytes of each kind, the same in every run.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const SIZE = 2_000_000;
const data = fileURLToPath(new URL('../../shared/data/', import.meta.url));
const here = fileURLToPath(new URL('../', import.meta.url));

/** Where the texts come from, for the heading of the table. */
export const origin = existsSync(data) ? 'shared data' : "the repository's own texts (no shared data)";

const read = (path) => {
  const bytes = readFileSync(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
};
const json = (path) => JSON.parse(read(data + path));
const jsonLines = (path) =>
  read(data + path)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

/** Up to SIZE bytes of texts; where there is less, all of it, again and again. */
function upTo(texts) {
  const taken = [];
  let size = 0;
  for (let i = 0; size < SIZE && texts.length > 0; i = (i + 1) % texts.length) {
    taken.push(texts[i]);
    size += Buffer.byteLength(texts[i]) + 1;
  }
  return taken;
}

function filesBelow(folder, ending) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name) && !name.includes('node_modules'))
    .sort()
    .map((name) => read(`${folder}/${name}`));
}

/** Pieces of a size that messages have. */
const cutUp = (texts, size = 1500) =>
  texts.flatMap((text) => {
    const pieces = [];
    for (let at = 0; at < text.length; at += size) pieces.push(text.slice(at, at + size));
    return pieces;
  });

const strings = (records, ...keys) =>
  records.flatMap((record) =>
    keys.map((key) => record[key]).filter((value) => typeof value === 'string' && value),
  );

function english() {
  if (!existsSync(data)) return cutUp(filesBelow(here, /\.md$/));
  const turns = jsonLines('hh-rlhf/harmless-base_test.jsonl.gz').flatMap(({ chosen }) =>
    chosen.split(/\n\n(?:Human|Assistant): /).filter((turn) => turn !== ''),
  );
  return [
    ...turns.slice(0, 4000),
    ...strings(json('llama-factory/alpaca_en_demo.json'), 'instruction', 'output'),
  ];
}

function code() {
  const own = cutUp(
    ['src', 'tests', 'scripts'].flatMap((folder) => filesBelow(here + folder, /\.(ts|mjs)$/)),
  );
  if (!existsSync(data)) return own;
  return [...strings(json('code-alpaca/code_alpaca_2k.json'), 'instruction', 'output'), ...own];
}

function chinese() {
  if (!existsSync(data)) return displayNames(['zh', 'zh-Hant']);
  return [
    ...strings(json('llama-factory/alpaca_zh_demo.json'), 'instruction', 'output'),
    ...json('xquad/xquad.zh.json').data.flatMap(({ paragraphs }) => paragraphs.map(({ context }) => context)),
  ];
}

/** Bytes without any order, from a generator with a fixed seed, as pictures inside records are. */
function base64() {
  let state = 1;
  return Array.from({ length: 1000 }, () => {
    const bytes = new Uint8Array(1500);
    for (let i = 0; i < bytes.length; i += 1) {
      state = (Math.imul(state, 1664525) + 1013904223) | 0;
      bytes[i] = state >>> 24;
    }
    return Buffer.from(bytes).toString('base64');
  });
}

function minifiedJson() {
  if (!existsSync(data))
    return [read(`${here}package-lock.json`)].flatMap((text) => cutUp([JSON.stringify(JSON.parse(text))]));
  return [
    ...json('llama-factory/glaive_toolcall_en_demo.json').map((record) => JSON.stringify(record)),
    ...jsonLines('microsoft-foundry/stock_toolcall_training.jsonl').map((record) => JSON.stringify(record)),
  ];
}

/** Names of languages, regions and scripts: text in a language for which no file is at hand. */
function displayNames(locales) {
  const codes =
    'aa ab af am ar as az be bg bn bo br bs ca cs cy da de el en es et eu fa fi fo fr fy ga gl gu ha he hi hr hu hy id is it ja ka kk km kn ko ky lo lt lv mk ml mn mr ms my ne nl no or pa pl ps pt ro ru si sk sl so sq sr sv sw ta te tg th tk tr uk ur uz vi yo zh zu'.split(
      ' ',
    );
  return locales.flatMap((locale) => {
    const names = new Intl.DisplayNames([locale], { type: 'language' });
    return [codes.map((code) => names.of(code)).join(', ')];
  });
}

function languages() {
  const generated = displayNames('ja ko fr pt pl uk he bn ta am ka my'.split(' '));
  if (!existsSync(data)) return generated;
  const names = readdirSync(`${data}xquad`).sort();
  const questions = names.map((name) =>
    json(`xquad/${name}`).data.flatMap(({ paragraphs }) =>
      paragraphs.flatMap(({ context, qas }) => [context, ...qas.map(({ question }) => question)]),
    ),
  );
  const mixed = [];
  for (let i = 0; i < 400; i += 1) {
    for (const [at, texts] of questions.entries()) mixed.push(texts[i] ?? generated[at]);
    if (i % 8 === 0) mixed.push(...generated);
  }
  return mixed;
}

/** Kind → its texts and the ratio to tiktoken that must be reached, warm. */
export const kinds = [
  { name: 'english', texts: () => upTo(english()), bar: 20 },
  { name: 'code', texts: () => upTo(code()), bar: 20 },
  { name: 'chinese', texts: () => upTo(chinese()), bar: 5 },
  { name: 'base64', texts: () => upTo(base64()), bar: 5 },
  { name: 'json', texts: () => upTo(minifiedJson()), bar: 5 },
  { name: 'languages', texts: () => upTo(languages()), bar: 5 },
];
