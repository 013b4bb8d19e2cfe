import {describe, expect, it} from 'vitest';
import {load} from 'cheerio/slim';
import type {Finding} from '../../../src/lint/finding.ts';
import {formats, report} from '../../../src/lint/report/report.ts';
import {wares} from '../../support/wares.ts';

const findings: Finding[] = [
  {
    file: 'docs/a.mdx',
    line: 3,
    column: 1,
    rule: 'no-stub',
    severity: 'error',
    message: 'Unexpected "<b> & \u0000',
    end: {line: 3, column: 4},
  },
  {file: 'docs/a.mdx', line: 12, column: 7, rule: 'MD036', severity: 'warning', message: 'Emphasis ]]> used\nhere'},
];

describe('the reporter', () => {
  it('writes JSON with the fixed keys', () => {
    const [{end: _end, ...first}, second] = findings as [Finding, Finding];
    expect(JSON.parse(report(findings, 'json', wares()))).toEqual([first, second]);
    expect(report([], 'json', wares())).toBe('[]\n');
  });

  it('writes JUnit in which an error fails and a warning speaks', () => {
    expect(report(findings, 'junit', wares())).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="lint" tests="2" failures="1" time="1.234">
        <testsuite name="docs/a.mdx" tests="2" failures="1">
          <testcase name="no-stub 3:1" classname="docs/a.mdx" file="docs/a.mdx" line="3"><failure type="no-stub" message="Unexpected &quot;&lt;b&gt; &amp; �">docs/a.mdx:3:1 Unexpected &quot;&lt;b&gt; &amp; �</failure></testcase>
          <testcase name="MD036 12:7" classname="docs/a.mdx" file="docs/a.mdx" line="12"><system-out>warning docs/a.mdx:12:7 Emphasis ]]&gt; used&#10;here</system-out></testcase>
        </testsuite>
      </testsuites>
      "
    `);
    const $ = load(report(findings, 'junit', wares()), {xml: true});
    expect($('failure').attr('message')).toBe('Unexpected "<b> & \uFFFD');
    expect($('testsuites').attr('failures')).toBe('1');
  });

  it('writes one passed test into JUnit when there is nothing', () => {
    expect(report([], 'junit', wares())).toContain('tests="1" failures="0"');
  });

  it.each(formats)('writes 30,000 findings as %s', (format) => {
    const many = Array.from({length: 30_000}, (_, n): Finding => ({
      ...(findings[n % 2] as Finding),
      file: `docs/${n % 700}.mdx`,
      line: n + 1,
    }));
    expect(report(many, format, wares()).length).toBeGreaterThan(1_000_000);
  });
});
