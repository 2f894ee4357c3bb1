// Writes dist/vocabularies/*.bin from the ranks in the tiktoken package; runs after tsc, as part of the build.
import { mkdirSync, writeFileSync } from 'node:fs';
import { vocabularyFromRanks } from '../.build/tokens/build-vocabulary.js';
import { readTiktokenData } from '../.build/tokens/tiktoken-data.js';
import { packVocabulary } from '../.build/tokens/vocabulary-file.js';

const folder = new URL('../dist/vocabularies/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const name of ['o200k_base', 'cl100k_base']) {
  const { tokens, ids } = readTiktokenData(name);
  const vocabulary = vocabularyFromRanks(tokens, ids);
  const packed = packVocabulary(vocabulary);
  writeFileSync(new URL(`${name}.bin`, folder), packed);
  console.log(`vocabularies/${name}.bin: ${vocabulary.size} tokens, ${(packed.length / 1e6).toFixed(1)} MB`);
}
