import {describe, expect, it} from 'vitest';
import {applyBaseline} from '../../../src/lint/baseline/apply-baseline.ts';
import {pruneBaseline} from '../../../src/lint/baseline/prune-baseline.ts';
import {readBaseline} from '../../../src/lint/baseline/read-baseline.server.ts';
import type {Finding} from '../../../src/lint/finding.ts';
import {sayWhole} from '../../support/lint.ts';
import {handbook} from '../../support/sample.ts';

const entry = 'rule: no-stub\n  file: docs/a.mdx\n  count: 2\n  reason: Later\n  expires: 2026-12-31\n';
const found = (count: number, file = 'docs/a.mdx'): Finding[] =>
  Array.from({length: count}, (_, n) => ({file, line: n + 1, column: 1, rule: 'no-stub', severity: 'error', message: 'Unexpected x'}));

function apply(findings: readonly Finding[], text = `- ${entry}`, {today = '2026-11-22', seen = true, isWhole = true} = {}): string[] {
  const {entries, findings: faults} = readBaseline(handbook({'lint-baseline.yaml': text}));
  const around = {today, isKnown: (rule: string) => rule === 'no-stub', isSeen: () => seen, isWhole};
  return [...applyBaseline(findings, entries, around), ...faults].map(sayWhole);
}

describe('the baseline', () => {
  it('lets through as many as it says, and nothing of other files', () => {
    expect(apply(found(2))).toEqual([]);
    expect(apply([...found(2), ...found(1, 'docs/b.mdx')])).toEqual(['docs/b.mdx:1:1 error no-stub Unexpected x']);
  });

  it('lets nothing of that rule in that file through when there are more', () => {
    expect(apply(found(3))).toHaveLength(3);
  });

  it('asks to be lowered when there are fewer, or none', () => {
    expect(apply(found(1))).toEqual([
      'lint-baseline.yaml:3:10 warning lint-baseline Unexpected count 2 of no-stub in docs/a.mdx, expected 1, because no more are left: npm run lint -- --prune writes it',
    ]);
    expect(apply([])).toEqual([expect.stringContaining('expected no entry, because nothing is left')]);
  });

  it('asks for nothing while some rules could not look', () => {
    expect(apply([], undefined, {isWhole: false})).toEqual([]);
    expect(apply(found(3), undefined, {isWhole: false})).toHaveLength(3);
  });

  it('says nothing of a file that was not looked at', () => {
    expect(apply([], undefined, {seen: false})).toEqual([]);
  });

  it('holds on its last day, and fails on the next with what it let through', () => {
    expect(apply(found(2), undefined, {today: '2026-12-31'})).toEqual([]);
    expect(apply(found(2), undefined, {today: '2027-01-01'})).toEqual([
      'docs/a.mdx:1:1 error no-stub Unexpected x',
      'docs/a.mdx:2:1 error no-stub Unexpected x',
      'lint-baseline.yaml:5:12 error lint-baseline Unexpected entry that held until 2026-12-31, expected what it lets through to be mended',
    ]);
  });

  it.each([
    {
      name: 'an unknown rule',
      text: `- ${entry.replace('no-stub', 'no-stubs')}`,
      message: '1:9 error lint-baseline Unexpected rule "no-stubs"',
    },
    {
      name: 'a second entry',
      text: `- ${entry}- ${entry}`,
      message: '6:9 error lint-baseline Unexpected second entry of no-stub in docs/a.mdx',
    },
    {
      name: 'an entry without a reason',
      text: `- ${entry.replace('Later', '""')}`,
      message: '4:11 error lint-baseline Unexpected reason: ""',
    },
    {
      name: 'a day that does not exist',
      text: `- ${entry.replace('12-31', '13-31')}`,
      message: '5:12 error lint-baseline Unexpected expires: "2026-13-31", expected a day such as 2026-01-31',
    },
    {name: 'a count of none', text: `- ${entry.replace('count: 2', 'count: 0')}`, message: 'Unexpected count: 0, expected more than 0'},
    {name: 'what is no list', text: entry.replaceAll('\n  ', '\n'), message: '1:1 error lint-baseline Unexpected'},
    {name: 'what is no YAML', text: '- [', message: 'error lint-baseline Unexpected what is no YAML'},
  ])('refuses $name', ({text, message}) => {
    expect(apply(found(2), text)).toContainEqual(expect.stringContaining(message));
  });

  it('may be empty, or not there', () => {
    expect(apply([], '# nothing\n[]\n')).toEqual([]);
    expect(apply([], '# nothing\n')).toEqual([]);
    expect(readBaseline(handbook())).toEqual({entries: [], findings: []});
  });
});

describe('--prune', () => {
  const text = `# Why this is here\n- ${entry}# the other\n- ${entry.replace('a.mdx', 'b.mdx')}`;

  it('lowers counts, takes out what is done, and keeps comments', () => {
    expect(pruneBaseline(text, found(1), () => true)).toBe(`# Why this is here\n- ${entry.replace('count: 2', 'count: 1')}`);
  });

  it('never goes up, and leaves alone what was not looked at', () => {
    expect(pruneBaseline(text, [...found(9), ...found(2, 'docs/b.mdx')], () => true)).toBe(text);
    expect(pruneBaseline(text, [], () => false)).toBe(text);
  });

  it('leaves an empty list', () => {
    expect(pruneBaseline(`# Why\n# and how\n- ${entry}`, [], () => true)).toBe('# Why\n# and how\n[]\n');
    expect(pruneBaseline(`# Why\n\n- ${entry}`, [], () => true)).toBe('# Why\n\n[]\n');
  });
});
