import {describe, expect, it} from 'vitest';
import type {Finding} from '../../../src/lint/finding.ts';
import {reportGithub} from '../../../src/lint/report/github.ts';
import {wares} from '../../support/wares.ts';

const finding: Finding = {file: 'docs/a.mdx', line: 3, column: 7, rule: 'no-stub', severity: 'error', message: 'Unexpected x'};
const url = '(https://handbook.example/reference/lint/no-stub)';
const lines = (findings: readonly Finding[]): string[] => reportGithub(findings, wares()).trimEnd().split('\n');

describe('annotations', () => {
  it('say where, from where to where, and by which rule', () => {
    expect(lines([{...finding, end: {line: 3, column: 11}}])).toEqual([
      `::error file=docs/a.mdx,line=3,endLine=3,col=7,endColumn=10,title=no-stub::Unexpected x ${url}`,
      '1 error, 0 warnings',
    ]);
    expect(lines([{...finding, severity: 'warning', end: {line: 5, column: 2}}])[0]).toBe(
      `::warning file=docs/a.mdx,line=3,endLine=5,title=no-stub::Unexpected x ${url}`,
    );
  });

  it('are not broken by what a file is called or a message says', () => {
    const [line] = lines([{...finding, file: 'docs/a,b:c%.mdx', message: '100%\r\n::stop-commands::x'}]);
    expect(line).toBe(
      `::error file=docs/a%2Cb%3Ac%25.mdx,line=3,endLine=3,col=7,endColumn=7,title=no-stub::100%25%0A::stop-commands::x ${url}`,
    );
  });

  it('neither colour nor turn round what stands in the log', () => {
    expect(lines([{...finding, message: 'a\u001B[31mb\u202Ec'}])[0]).toContain('::a\uFFFD[31mb\uFFFDc ');
  });

  it('are ten errors and ten warnings; the rest is said in the log, where nothing obeys it', () => {
    const warning: Finding = {...finding, severity: 'warning'};
    const found = [
      ...Array.from({length: 12}, () => ({...finding, message: 'A\n##[error]b ::error::c'})),
      ...Array.from({length: 3}, () => warning),
    ];
    const said = lines(found);
    expect(said.filter((line) => line.startsWith('::error'))).toHaveLength(10);
    expect(said.filter((line) => line.startsWith('::warning'))).toHaveLength(3);
    expect(said[10]).toBe('- docs/a.mdx:3:7 error no-stub A ## [error]b ::error::c');
    expect(said.at(-1)).toBe('12 errors, 3 warnings; GitHub annotates 10 of each in a step, so 2 stand in this log only');
  });
});
