import {describe, expect, it} from 'vitest';
import type {Finding} from '../../../src/lint/finding.ts';
import {cellsOf} from '../../../src/lint/report/cells.ts';
import {reportPretty} from '../../../src/lint/report/pretty.ts';
import {wares} from '../../support/wares.ts';

const finding = (more: Partial<Finding> = {}): Finding => ({
  file: 'docs/a.mdx',
  line: 1,
  column: 5,
  rule: 'no-stub',
  severity: 'error',
  message: 'Unexpected "TODO", expected text',
  ...more,
});
/** The line shown and the mark below it. */
const excerpt = (text: string, more: Partial<Finding>): string[] =>
  reportPretty([finding(more)], wares({'docs/a.mdx': text}))
    .split('\n')
    .slice(2, 4)
    .map((line) => line.slice(10));

describe('pretty', () => {
  it('groups by file, shows the line with a mark below what is wrong, and says what ran', () => {
    const findings = [
      finding({end: {line: 1, column: 9}}),
      finding({line: 3, column: 1, rule: 'MD036', severity: 'warning', message: 'Emphasis used instead of a heading'}),
      finding({file: 'docs/b.mdx', line: 1, column: 1, message: 'Unexpected page'}),
    ];
    expect(reportPretty(findings, wares({'docs/a.mdx': 'One TODO here.\n\n**Bold**\n', 'docs/b.mdx': 'Text.\n'}))).toMatchInlineSnapshot(`
      "docs/a.mdx
        1:5     error    Unexpected "TODO", expected text  no-stub
                One TODO here.
                    ^^^^
        3:1     warning  Emphasis used instead of a heading  MD036
                **Bold**
                ^

      docs/b.mdx
        1:1     error    Unexpected page  no-stub

      2 errors, 1 warning; 2 rules, markdownlint over 3 files in 1.2 s of CPU
      "
    `);
  });

  it('says so when there is nothing', () => {
    expect(reportPretty([], wares())).toBe('0 errors, 0 warnings; 2 rules, markdownlint over 3 files in 1.2 s of CPU\n');
  });

  it.each([
    {name: 'Japanese', text: 'ページは作成中です', column: 5, end: 8, marks: [8, 6]},
    {name: 'a voiced mark of its own', text: 'か\u3099作成中', column: 3, end: 6, marks: [2, 6]},
    {name: 'an emoji of two halves', text: '🚒 TODO', column: 4, end: 8, marks: [3, 4]},
    {name: 'an accent of its own', text: 'cafe\u0301 TODO', column: 7, end: 11, marks: [5, 4]},
    {name: 'halfwidth katakana', text: 'ｱｲｳ TODO', column: 5, end: 9, marks: [4, 4]},
  ])('puts the mark below $name', ({text, column, end, marks}) => {
    const [, mark = ''] = excerpt(text, {column, end: {line: 1, column: end}});
    expect([mark.indexOf('^'), mark.trim().length]).toEqual(marks);
  });

  it('shows of a long line what is around the place', () => {
    const [line = '', mark = ''] = excerpt(`${'前'.repeat(300)}TODO${'後'.repeat(300)}`, {column: 301, end: {line: 1, column: 305}});
    expect(line.length).toBeLessThan(110);
    expect(line).toMatch(/^…前+TODO後+…$/);
    expect(mark.indexOf('^')).toBe(cellsOf(line.slice(0, line.indexOf('T'))));
  });

  it('lets nothing of a page move the cursor or change the colour', () => {
    const [line] = excerpt('One \u001B[2J\u202Etext', {});
    expect(line).toBe('One \uFFFD[2J\uFFFDtext');
  });

  it('shows no line where there is none', () => {
    expect(excerpt('short', {line: 9})[0]).toBe('');
    expect(excerpt('short', {column: 400})[0]).toBe('');
  });

  it('has colour only when it is told to', () => {
    expect(reportPretty([finding()], wares())).not.toContain('\u001B');
    expect(reportPretty([finding()], wares({}, {isColoured: true}))).toContain('\u001B[31merror');
  });
});
