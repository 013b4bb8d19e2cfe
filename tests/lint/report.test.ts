import {describe, expect, it} from 'vitest';
import type {Finding} from '../../src/lint/finding.ts';
import {report} from '../../src/lint/report.ts';

const findings: Finding[] = [
  {file: 'docs/a.mdx', line: 3, column: 1, rule: 'no-stub', severity: 'error', message: 'Unexpected "TODO", expected text'},
  {file: 'docs/a.mdx', line: 12, column: 7, rule: 'MD036', severity: 'warning', message: 'Emphasis used instead of a heading'},
];

describe('the reporter', () => {
  it('groups findings by file and counts them', () => {
    expect(report(findings, 'pretty')).toMatchInlineSnapshot(`
      "docs/a.mdx
        3:1     error    Unexpected "TODO", expected text  no-stub
        12:7    warning  Emphasis used instead of a heading  MD036

      1 error, 1 warning
      "
    `);
  });

  it('says so when there is nothing', () => {
    expect(report([], 'pretty')).toBe('0 errors, 0 warnings\n');
  });

  it('writes JSON with the fixed keys', () => {
    expect(JSON.parse(report(findings, 'json'))).toEqual(findings);
  });
});
