import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {Ajv} from 'ajv';
import formats from 'ajv-formats';
import type {Log, Run} from 'sarif';
import {describe, expect, it} from 'vitest';
import type {Finding} from '../../../src/lint/finding.ts';
import {reportSarif} from '../../../src/lint/report/sarif.ts';
import {wares} from '../../support/wares.ts';

const finding: Finding = {file: 'docs/a b/頁.mdx', line: 3, column: 7, rule: 'no-stub', severity: 'error', message: 'Unexpected x'};

/** The schema as it was published, of the draft before the oldest that ajv knows by name; it uses nothing that has changed since. */
function readSchema(): Record<string, unknown> {
  const folder = dirname(createRequire(import.meta.url).resolve('@microsoft/jest-sarif'));
  const schema = JSON.parse(readFileSync(join(folder, 'schemas/sarif-2.1.0-rtm.5.json'), 'utf8')) as Record<string, unknown>;
  const {$schema: _draft, id: _id, ...rest} = schema;
  return rest;
}

const ajv = new Ajv({strict: false, allErrors: true, unicodeRegExp: false});
formats.default(ajv);
const isValid = ajv.compile(readSchema());

function runOf(findings: readonly Finding[], text = ''): Run {
  const log = JSON.parse(reportSarif(findings, wares({[finding.file]: text}))) as Log;
  expect(isValid(log) || isValid.errors).toBe(true);
  const [run, second] = log.runs;
  expect(second).toBeUndefined();
  if (run === undefined) throw new Error('no run');
  return run;
}

describe('SARIF', () => {
  it('is valid with and without findings, and would not be without a version', () => {
    expect(runOf([]).results).toEqual([]);
    expect(isValid({runs: []})).toBe(false);
    expect(isValid({version: '2.1.0', runs: [{tool: {}}]})).toBe(false);
  });

  it('says the rule with its page, the level, the place and the range', () => {
    const run = runOf([
      {...finding, end: {line: 3, column: 11}},
      {...finding, rule: 'MD036', severity: 'warning'},
    ]);
    expect(run.tool.driver.rules?.map(({id, helpUri}) => [id, helpUri])).toEqual([
      ['no-stub', 'https://handbook.example/reference/lint/no-stub'],
      ['MD036', 'https://handbook.example/reference/lint/MD036'],
    ]);
    expect(run.results?.map(({ruleId, ruleIndex, level}) => [ruleId, ruleIndex, level])).toEqual([
      ['no-stub', 0, 'error'],
      ['MD036', 1, 'warning'],
    ]);
    expect(run.results?.map(({locations}) => locations?.[0]?.physicalLocation)).toEqual([
      {
        artifactLocation: {uri: 'docs/a%20b/%E9%A0%81.mdx', uriBaseId: 'ROOT'},
        region: {startLine: 3, startColumn: 7, endLine: 3, endColumn: 11},
      },
      expect.objectContaining({region: {startLine: 3, startColumn: 7, endLine: 3, endColumn: 8}}),
    ]);
  });

  it('keeps the fingerprint when lines move, and tells two on equal lines apart', () => {
    const prints = (findings: readonly Finding[], text: string): unknown[] =>
      runOf(findings, text).results?.map(({partialFingerprints}) => partialFingerprints?.['primaryLocationLineHash']) ?? [];
    const [before] = prints([finding], '\n\nTODO one\n');
    const after = prints(
      [
        {...finding, line: 5},
        {...finding, line: 6},
        {...finding, line: 6, rule: 'MD036'},
      ],
      '\n\n\n\nTODO one\n  TODO one\n',
    );
    expect(before).toMatch(/^[0-9a-f]{32}:1$/);
    expect(after[0]).toBe(before);
    expect(after[1]).toBe(`${String(before).slice(0, 32)}:2`);
    expect(new Set(after).size).toBe(3);
  });

  it('holds 25,000 of 30,000 findings, errors first, and says what was cut', () => {
    const warnings = Array.from({length: 29_000}, (_, n): Finding => ({...finding, line: n + 1, severity: 'warning'}));
    const errors = Array.from({length: 1000}, (_, n): Finding => ({...finding, line: n + 1}));
    const run = runOf([...warnings, ...errors]);
    expect(run.results).toHaveLength(25_000);
    expect(run.results?.filter(({level}) => level === 'error')).toHaveLength(1000);
    expect(run.invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text).toBe(
      '5000 of 30000 findings are not in this file, which holds 25000 at most, errors first.',
    );
  });
});
