// Reports that build servers read: valid by their own schemas, within their limits, and inert in their logs.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import type { Report } from '../../src/model/report.ts';
import { findingKeys } from '../../src/report/finding-keys.ts';
import { CLEAN, HOSTILE, RICH, show } from './rich-report.ts';

const KINDS = { markdown: 'md', sarif: 'sarif', github: 'txt', gitlab: 'json', junit: 'xml' };

/** One finding for each line of a file, all of one rule. */
function findingsOnLines(count: number, rule: string, severity: Finding['severity']): Finding[] {
  return Array.from({ length: count }, (_, index) => ({
    rule,
    severity,
    message: 'token',
    pointer: '',
    data: { token: `t${index}` },
    at: { source: 0, index, line: index + 1 },
  }));
}

const withFindings = (findings: readonly Finding[]): Report => ({
  ...RICH,
  findings,
  counts: Object.fromEntries(
    [...new Set(findings.map(({ rule }) => rule))].map((rule) => [
      rule,
      findings.filter((finding) => finding.rule === rule).length,
    ]),
  ),
});

test.each(Object.entries(KINDS))('%s as it is written', async (kind, ending) => {
  await expect(show(kind)).toMatchFileSnapshot(`golden/rich-${kind}.${ending}`);
  await expect(show(kind, CLEAN)).toMatchFileSnapshot(`golden/clean-${kind}.${ending}`);
});

describe('lasting names of findings', () => {
  const keyed = (findings: readonly Finding[]) => findingKeys(withFindings(findings));
  const [first] = findingsOnLines(1, 'residue/special-token', 'error') as [Finding];

  test('are all different, and the same in every run', () => {
    const keys = findingKeys(RICH);
    expect(new Set(keys).size).toBe(RICH.findings.length);
    expect(keys).toEqual(findingKeys(structuredClone(RICH)));
    expect(new Set(keyed([first, first, first])).size).toBe(3);
  });

  test.each<[string, Partial<Finding>]>([
    ['another line', { at: { source: 0, index: 7, line: 9, offset: 77 } }],
    ['another column', { data: { ...first.data, column: 9, offset: 8 } }],
    ['another severity', { severity: 'info' }],
  ])('%s keeps the name', (_, change) => {
    expect(keyed([{ ...first, ...change }])).toEqual(keyed([first]));
  });

  test.each<[string, Partial<Finding>]>([
    ['another rule', { rule: 'duplicates/exact' }],
    ['another pointer', { pointer: '/prompt' }],
    ['another datum', { data: { token: 'other' } }],
    ['another file', { at: { source: 1, index: 0 } }],
    ['a record of its own', { record: 'f'.repeat(32) }],
  ])('%s gives another name', (_, change) => {
    expect(keyed([{ ...first, ...change }])).not.toEqual(keyed([first]));
  });

  test('a record that is known by its own name may move to another file', () => {
    const named = { ...first, record: 'f'.repeat(32) };
    expect(keyed([{ ...named, at: { source: 1, index: 99 } }])).toEqual(keyed([named]));
  });
});

describe('sarif', () => {
  const path = createRequire(import.meta.url).resolve(
    '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
  );
  const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  const validate = new Ajv({
    strict: false,
    validateFormats: false,
    unicodeRegExp: false,
    allErrors: true,
  }).compile(schema);

  interface Log {
    readonly runs: readonly {
      readonly results: readonly {
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly level: string;
        readonly message: { readonly text: string };
        readonly locations: readonly {
          readonly physicalLocation: {
            readonly artifactLocation: { readonly uri: string };
            readonly region?: { readonly startLine: number };
          };
        }[];
      }[];
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
      readonly invocations: readonly { readonly toolExecutionNotifications: readonly unknown[] }[];
    }[];
  }
  const logOf = (report: Report) => JSON.parse(show('sarif', report)) as Log;
  const runOf = (report: Report) => logOf(report).runs[0] as Log['runs'][number];

  test.each([
    ['rich', RICH],
    ['clean', CLEAN],
    ['empty', { ...CLEAN, figures: { ...CLEAN.figures, sources: [] } }],
  ])('of the %s set is what the official schema says', (_, report) => {
    expect(validate(logOf(report)), JSON.stringify(validate.errors, null, 1)).toBe(true);
  });

  test('the official schema is really asked', () => {
    expect(validate({ ...logOf(RICH), version: '2.0.0' })).toBe(false);
  });

  test('every result has a place and points at its rule', () => {
    const { results, tool } = runOf(RICH);
    expect(results).toHaveLength(RICH.findings.length);
    for (const { ruleId, ruleIndex, locations } of results) {
      expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
      expect(locations).toHaveLength(1);
    }
  });

  test('places are URIs that lead back to the file', () => {
    const uris = runOf(RICH).results.map(
      ({ locations }) => locations[0]?.physicalLocation.artifactLocation.uri ?? '',
    );
    expect(uris).toContain('data/train.jsonl');
    for (const uri of uris) expect(uri).toMatch(/^[\w\-.~!*'()%/]*$/);
    const hostile = uris.find((uri) => uri.startsWith('eval/')) ?? '';
    expect(decodeURIComponent(hostile)).toMatch(
      /^eval\/\u001b\[2J%:,<img src=x>\nsk-proj-\*\*\*\(40\)\.jsonl$/,
    );
  });

  test('more findings than code scanning shows: the most severe stay, and it says so', () => {
    const mild = findingsOnLines(4000, 'structure/blank-line', 'info');
    const bad = findingsOnLines(2000, 'residue/special-token', 'error');
    const { results, invocations } = runOf(withFindings([...mild, ...bad]));
    expect(results).toHaveLength(5000);
    expect(results.filter(({ level }) => level === 'error')).toHaveLength(2000);
    expect(invocations[0]?.toolExecutionNotifications).toEqual([
      { level: 'note', message: { text: '5,000 of 6,000 findings are here, the most severe first.' } },
    ]);
  });

  test('text from data is no link', () => {
    for (const { message } of runOf(RICH).results) expect(message.text).not.toContain('](');
  });
});

describe('github', () => {
  const linesOf = (report: Report) => show('github', report).trimEnd().split('\n');

  test('every line is one command, whatever the data', () => {
    for (const line of linesOf(RICH)) {
      expect(line).toMatch(/^::(error|warning|notice) (?:(?:file|line|col|title)=[^,:]*,?)+::.+$/);
    }
  });

  test('what the runner undoes is what was meant', () => {
    const line = linesOf(RICH).find((one) => one.includes('file=eval/')) ?? '';
    const file = /file=([^,]*),/.exec(line)?.[1] ?? '';
    const undone = file.replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%25', '%');
    expect(undone).toBe('eval/␛[2J%:,<img src=x>⏎sk-proj-***(40).jsonl');
  });

  test('stays within ten of each kind, one of each rule first, and tells what is left out', () => {
    const many = [
      ...findingsOnLines(50, 'residue/special-token', 'error'),
      ...findingsOnLines(50, 'structure/invalid-json', 'error'),
      ...findingsOnLines(1, 'labels/unknown-label', 'error'),
      ...findingsOnLines(50, 'duplicates/exact', 'warning'),
      ...findingsOnLines(50, 'structure/blank-line', 'info'),
    ];
    const lines = linesOf(withFindings(many));
    const count = (command: string) => lines.filter((line) => line.startsWith(`::${command} `)).length;
    expect([count('error'), count('warning'), count('notice')]).toEqual([10, 10, 10]);
    expect(lines.filter((line) => line.includes('labels/unknown-label'))).toHaveLength(1);
    expect(lines.at(-1)).toContain('29 of 201 findings are shown.');
  });
});

test('no report gives an order to the server that shows its log', () => {
  const orders = `::error::x ::add-mask::y ##[error]z ##vso[task.complete]a ##teamcity[b] ${HOSTILE}`;
  const [first] = findingsOnLines(1, 'residue/special-token', 'error') as [Finding];
  const report = withFindings([{ ...first, data: { token: orders }, excerpt: orders }]);
  for (const kind of ['text', 'json', 'markdown', 'github', 'gitlab', 'junit', 'sarif']) {
    const shown = show(kind, report, 60);
    expect(shown).not.toMatch(/##(?:vso|teamcity)?\[/);
    const ours = kind === 'github' ? /^::(?:error|notice) / : /^(?!)/;
    const lines = shown.split('\n').filter((line) => !ours.test(line));
    expect(lines.filter((line) => /^\s*::/.test(line))).toEqual([]);
  }
});

describe('gitlab', () => {
  interface Issue {
    readonly description: string;
    readonly check_name: string;
    readonly fingerprint: string;
    readonly severity: string;
    readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
  }
  const issues = JSON.parse(show('gitlab')) as Issue[];

  test('holds what GitLab asks for, and no name twice', () => {
    expect(issues).toHaveLength(RICH.findings.length);
    for (const { description, check_name, severity, location } of issues) {
      expect(description).not.toBe('');
      expect(RICH.rules).toHaveProperty([check_name]);
      expect(['info', 'minor', 'major', 'critical', 'blocker']).toContain(severity);
      expect(location.path).not.toMatch(/^\.?\//);
      expect(location.lines.begin).toBeGreaterThan(0);
    }
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
  });

  test('of a clean set is an empty list', () => {
    expect(JSON.parse(show('gitlab', CLEAN))).toEqual([]);
  });
});

describe('junit', () => {
  interface Element {
    readonly name: string;
    readonly attributes: Record<string, string>;
    readonly children: Element[];
    text: string;
  }
  function parse(xml: string): Element {
    const root: Element = { name: '', attributes: {}, children: [], text: '' };
    const open = [root];
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
      const element: Element = { name, attributes, children: [], text: '' };
      open.at(-1)?.children.push(element);
      open.push(element);
    });
    parser.on('text', (text) => {
      const element = open.at(-1);
      if (element !== undefined) element.text += text;
    });
    parser.on('closetag', () => {
      open.pop();
    });
    parser.write(xml).close();
    return root.children[0] as Element;
  }

  test.each([
    ['rich', RICH],
    ['clean', CLEAN],
    ['empty', { ...CLEAN, figures: { ...CLEAN.figures, sources: [] } }],
  ])('of the %s set is XML whose sums are right', (_, report) => {
    const root = parse(show('junit', report));
    expect(root.name).toBe('testsuites');
    const cases = root.children.flatMap((suite) => suite.children);
    const failed = cases.filter(({ children }) => children.some(({ name }) => name === 'failure'));
    expect(root.attributes).toMatchObject({
      tests: String(cases.length),
      failures: String(failed.length),
      errors: '0',
    });
    for (const { name, attributes, children } of root.children) {
      expect(name).toBe('testsuite');
      expect(attributes.tests).toBe(String(children.length));
      for (const one of children) {
        expect(one.name).toBe('testcase');
        expect(Object.keys(one.attributes)).toEqual(['name', 'classname']);
        expect(one.attributes.classname).toBe(attributes.name);
      }
    }
    // The server's verdict is ours.
    expect(failed.length > 0).toBe(report.verdict === 'fail');
  });

  test('the data come through as text', () => {
    const root = parse(show('junit'));
    const texts = root.children.flatMap(({ children }) => children.flatMap((one) => one.children));
    expect(texts.some(({ text }) => text.includes('<script>alert(1)</script> ]]> -->'))).toBe(true);
  });

  test('what --fail-on lets pass is no failure', () => {
    const lenient: Report = {
      ...RICH,
      verdict: 'pass',
      reasons: [],
      settings: { ...RICH.settings, failOn: 'never' },
    };
    expect(parse(show('junit', lenient)).attributes.failures).toBe('0');
    const strict: Report = { ...RICH, settings: { ...RICH.settings, failOn: 'warning' } };
    expect(Number(parse(show('junit', strict)).attributes.failures)).toBeGreaterThan(
      Number(parse(show('junit')).attributes.failures),
    );
  });
});

describe('markdown', () => {
  test('stays below what a comment may hold, whatever is found', () => {
    const findings = Array.from({ length: 400 }, (_, i) =>
      findingsOnLines(20, `group-${i}/rule`, 'error').map((finding) => ({
        ...finding,
        data: { token: 'x'.repeat(300) },
        excerpt: 'y'.repeat(300),
      })),
    ).flat();
    const report = withFindings(findings);
    const words = RICH.rules['residue/special-token'];
    if (words === undefined) throw new Error('the rule is gone');
    const rules = Object.fromEntries(Object.keys(report.counts).map((id) => [id, { ...words, id }] as const));
    const shown = show('markdown', { ...report, rules });
    expect(shown.length).toBeLessThan(65_536);
    expect(shown).toMatch(/\d+ rules more would not fit here\./);
    expect(shown).toContain('and 370 rules more');
  });

  test('outside of code spans there is no sign from the data', () => {
    const bare = show('markdown').replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, '');
    expect(bare).not.toContain('`');
    for (const sign of ['script', 'javascript', '**b**', '<img', '@', '::']) expect(bare).not.toContain(sign);
  });
});
