// Chat records to measure on: made from the shared data where it is there, else from the samples; distinct by number.

import { once } from 'node:events';
import { createWriteStream, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const data = fileURLToPath(new URL('../../shared/data/', import.meta.url));
const here = fileURLToPath(new URL('../', import.meta.url));
const folder = fileURLToPath(new URL('../.bench/', import.meta.url));

const lines = (path) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

const chat = ({ instruction, input, output }) => ({
  messages: [
    { role: 'user', content: input ? `${instruction}\n${input}` : instruction },
    { role: 'assistant', content: output },
  ],
});

function seeds() {
  if (!existsSync(data)) return lines(`${here}samples/openai-chat/clean.jsonl`);
  const alpaca = readdirSync(`${data}alpaca-en-zh`)
    .filter((name) => name.includes('英文'))
    .sort()
    .flatMap((name) => JSON.parse(readFileSync(`${data}alpaca-en-zh/${name}`, 'utf8')));
  return [
    ...alpaca.map(chat),
    ...JSON.parse(readFileSync(`${data}code-alpaca/code_alpaca_2k.json`, 'utf8')).map(chat),
    ...lines(`${data}microsoft-foundry/chat_train.jsonl`),
    ...lines(`${data}microsoft-foundry/stock_toolcall_training.jsonl`),
    ...lines(`${data}openai-cookbook/toy_chat_fine_tuning.jsonl`),
    ...lines(`${data}tinker-cookbook/conversations.jsonl`),
  ];
}

/** Where the records come from, for the heading of a table. */
export const origin = existsSync(data) ? 'shared data' : "the repository's own samples (no shared data)";

/** The path of a file of about that many bytes; it is made once and kept in .bench/. */
export async function corpus(bytes) {
  mkdirSync(folder, { recursive: true });
  const path = `${folder}chat-${existsSync(data) ? 'shared' : 'samples'}-${bytes}.jsonl`;
  if (existsSync(path) && statSync(path).size >= bytes) return path;
  const out = createWriteStream(path);
  const records = seeds();
  let size = 0;
  for (let i = 0; size < bytes; i += 1) {
    const record = records[i % records.length];
    const messages = record.messages.map((message, k) =>
      k === record.messages.length - 2 && typeof message.content === 'string'
        ? { ...message, content: `${message.content} (case ${i})` }
        : message,
    );
    const line = `${JSON.stringify({ ...record, messages })}\n`;
    size += Buffer.byteLength(line);
    if (!out.write(line)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
  return path;
}

/** The middle of a few figures. */
export const median = (figures) => figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)];
