import {describe, expect, it} from 'vitest';
import {count, sayFailures, sayMachine, table, total, type Part} from '../support/count.ts';
import {readPlaywright, readVitest} from '../support/results.ts';

const parts: Part[] = [
  {name: 'types', ...count({passed: 1}), seconds: 2.345},
  {name: 'unit', ...count({passed: 12, failures: [{name: 'a > b', message: 'one\n\ntwo\nthree'}], skipped: ['c']}), seconds: 10},
];

describe('the summary of npm test', () => {
  it('ends with one line of totals', () => {
    expect(total(parts)).toBe('13 passed, 1 failed, 1 skipped');
    expect(total([])).toBe('0 passed, 0 failed, 0 skipped');
  });

  it('has a line for each part, and their sum', () => {
    expect(table(parts)).toMatchInlineSnapshot(`
      "part             passed   failed  skipped  seconds
      types                 1        0        0      2.3
      unit                 12        1        1     10.0
      sum                  13        1        1     12.3
      "
    `);
  });

  it('says how busy the machine was', () => {
    expect(sayMachine({cores: 2, before: 0.25, after: 3})).toBe('2 cores, load average 0.3 before and 3.0 after');
  });

  it('names what failed, with its first lines, and what was skipped', () => {
    expect(sayFailures(parts, 2)).toBe('\nFAILED unit: a > b\n  one\n  two\n  … 1 lines more above\n\nSKIPPED unit: c\n');
  });
});

describe('reading results', () => {
  it("counts Vitest's tests, and a file that does not load as a failure", () => {
    const file = {
      name: '/r/a.test.ts',
      status: 'passed',
      message: '',
      assertionResults: [{fullName: 'a b', status: 'passed', failureMessages: []}],
    };
    const report = {
      testResults: [
        file,
        {...file, assertionResults: [{fullName: 'c', status: 'skipped'}]},
        {...file, status: 'failed', assertionResults: [{fullName: 'd', status: 'failed', failureMessages: ['no']}]},
        {...file, status: 'failed', message: 'SyntaxError', assertionResults: []},
      ],
    };
    expect(readVitest(JSON.stringify(report))).toEqual({
      passed: 1,
      failures: [
        {name: '/r/a.test.ts', message: 'SyntaxError'},
        {name: '/r/a.test.ts > d', message: 'no'},
      ],
      skipped: ['/r/a.test.ts > c'],
    });
  });

  it("counts Playwright's tests, and one that passed only the second time as a failure", () => {
    const spec = (title: string, status: string, message?: string): object => ({
      title,
      file: 'a.spec.ts',
      tests: [{status, results: [{error: message && {message}}]}],
    });
    const report = {
      errors: [{message: 'worker died'}],
      suites: [
        {
          title: 'a.spec.ts',
          specs: [spec('a', 'expected'), spec('b', 'flaky', 'late')],
          suites: [{title: 'g', specs: [spec('c', 'unexpected', 'no'), spec('d', 'skipped')]}],
        },
      ],
    };
    expect(readPlaywright(JSON.stringify(report))).toEqual({
      passed: 1,
      failures: [
        {name: 'outside of the tests', message: 'worker died'},
        {name: 'a.spec.ts > b', message: 'late'},
        {name: 'a.spec.ts > g > c', message: 'no'},
      ],
      skipped: ['a.spec.ts > g > d'],
    });
  });
});
