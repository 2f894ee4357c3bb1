// The small helpers of the model: pointers, masking, fingerprints, JSON, nearest names.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance, nearestNames } from '../../src/model/edit-distance.ts';
import { fingerprintBytes, fingerprintValue } from '../../src/model/fingerprint.ts';
import { canonicalJson, type JsonValue, member } from '../../src/model/json.ts';
import { maskSecrets } from '../../src/model/mask.ts';
import { escapeStep, isWithin, resolvePointer, stepsOf } from '../../src/model/pointer.ts';

const seed = 14_551;

describe('pointers', () => {
  test('every place in a value can be named and found', () => {
    const walk = (value: JsonValue, pointer: string, root: JsonValue): void => {
      expect(resolvePointer(root, pointer)).toEqual(value);
      if (typeof value !== 'object' || value === null) return;
      for (const [key, inner] of Object.entries(value)) {
        const below = `${pointer}/${escapeStep(key)}`;
        expect(stepsOf(below).at(-1)).toBe(key);
        expect(isWithin(below, pointer)).toBe(true);
        walk(inner as JsonValue, below, root);
      }
    };
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => walk(value as JsonValue, '', value as JsonValue)),
      { seed, numRuns: 300 },
    );
  });

  test('nothing is found that is not there', () => {
    expect(resolvePointer({ a: [1] }, '/a/1')).toBeUndefined();
    expect(resolvePointer({ a: [1] }, '/a/00')).toBeUndefined();
    expect(resolvePointer({}, '/constructor')).toBeUndefined();
    expect(isWithin('/ab', '/a')).toBe(false);
  });
});

describe('masking', () => {
  const tail = 'aB3'.repeat(20);
  test.each([
    ['an OpenAI key', `sk-proj-${tail}`],
    ['an Anthropic key', `sk-ant-${tail}`],
    ['a GitHub token', `ghp_${tail}`],
    ['a GitLab token', `glpat-${tail.slice(0, 20)}`],
    ['a Hugging Face token', `hf_${'abcDEF'.repeat(6)}`],
    ['an AWS key', 'AKIAIOSFODNN7EXAMPLE'],
    ['a Google key', `AIza${'a'.repeat(35)}`],
    ['a JSON web token', `eyJhbGciOiJI.eyJzdWIiOiIx${tail}.${tail}`],
    ['a password in an address', 'postgres://app:hunter22hunter22@db', '22hunter22@'],
    [
      'a private key',
      `-----BEGIN RSA PRIVATE KEY-----\n${tail}\n-----END RSA PRIVATE KEY-----`,
      tail.slice(-14),
    ],
    ['a private key without its end', `-----BEGIN PRIVATE KEY-----\n${tail}`],
  ])('%s is hidden wherever it stands', (_, secret, hidden = secret.slice(-14)) => {
    const masked = maskSecrets(`see ${secret} there`);
    expect(masked).toMatch(/\*\*\*\(\d+\)/);
    expect(masked).not.toContain(hidden);
    expect(masked.startsWith('see ')).toBe(true);
    expect(maskSecrets(masked)).toBe(masked);
  });

  test('keys one after the other, broken off or longer than any key, are hidden all the same', () => {
    const key = (body: string) => `-----BEGIN PRIVATE KEY-----\n${body}\n`;
    const masked = maskSecrets(`${key(tail)}${key(tail)}-----END PRIVATE KEY-----`);
    expect(masked.includes('aB3')).toBe(false);
    expect(maskSecrets(key('aB3/'.repeat(4500))).length).toBeLessThan(100);
    const long = maskSecrets(`${key('aB3/'.repeat(9000))}-----END`);
    expect(long.includes('aB3/')).toBe(false);
  });

  test('ordinary text stays as it is', () => {
    for (const text of [
      'task-force',
      'a desk-lamp',
      'http://example.com/a:b',
      'npm_config',
      'sk-short',
      'eyJust words',
    ]) {
      expect(maskSecrets(text)).toBe(text);
    }
  });

  test('hostile text does not take for ever', () => {
    for (const part of ['sk-', 'eyJ', '-----BEGIN ', 'a://', 'hf_a', 'xox', 'eyJaaaaaaaa.eyJ']) {
      expect(maskSecrets(part.repeat(300_000)).length).toBeGreaterThan(0);
    }
  });
});

describe('fingerprints', () => {
  test('the order of keys does not matter, anything else does', () => {
    expect(fingerprintValue({ a: 1, b: [2, { c: 3, d: 4 }] })).toBe(
      fingerprintValue({ b: [2, { d: 4, c: 3 }], a: 1 }),
    );
    expect(fingerprintValue({ a: 1 })).not.toBe(fingerprintValue({ a: '1' }));
    expect(fingerprintValue({ a: [1, 2] })).not.toBe(fingerprintValue({ a: [2, 1] }));
    expect(fingerprintValue({ a: 1 })).toMatch(/^[0-9a-f]{32}$/);
    expect(fingerprintBytes(new TextEncoder().encode('{'))).toMatch(/^[0-9a-f]{32}$/);
  });

  test('they last: the same record has this fingerprint in every version', () => {
    expect(fingerprintValue({ prompt: '1+1=', completion: '2' })).toMatchInlineSnapshot(
      `"3aa87b95477e966e1490380e82d0029c"`,
    );
  });
});

test('canonical JSON is JSON, with keys in order', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value as JsonValue);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
    { seed, numRuns: 300 },
  );
});

test('members are never inherited', () => {
  expect(member({}, 'toString')).toBeUndefined();
  expect(member(JSON.parse('{"__proto__":1}'), '__proto__')).toBe(1);
});

test('names that were nearly meant', () => {
  expect(editDistance('abcd', 'abdc')).toBe(1);
  expect(editDistance('', 'abc')).toBe(3);
  expect(nearestNames('opnai-sft', ['openai-sft', 'trl-sft', 'openai-dpo'])).toEqual(['openai-sft']);
  expect(nearestNames('xyz', ['openai-sft'])).toEqual([]);
});
