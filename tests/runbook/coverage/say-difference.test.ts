import {describe, expect, it} from 'vitest';
import type {Coverage} from '../../../src/runbook/coverage/contract.ts';
import {mark, sayDifference} from '../../../src/runbook/coverage/say-difference.ts';

const none: Coverage = {covered: [], dead: [], missing: [], orphaned: [], renamed: [], misplacedQuery: [], unlinked: []};
const link = {alert: 'Down', severity: 'page', url: 'https://x/r/Down', file: 'data/alerts/a.yaml', line: 3};

describe('the difference of coverage', () => {
  it('says what is lost first, then what is won', () => {
    const before: Coverage = {
      ...none,
      missing: [{alert: 'Slow', severity: 'ticket', near: []}],
      covered: [{...link, runbook: 'runbooks/down'}],
    };
    const after: Coverage = {...none, dead: [link], orphaned: [{runbook: 'runbooks/old', file: 'docs/runbooks/old.mdx', alerts: ['Old']}]};
    expect(sayDifference(before, after)).toMatchInlineSnapshot(`
      "<!-- handbook-coverage -->
      ### Coverage of alerts by runbooks

      | | base | this change | |
      |---|--:|--:|--:|
      | covered | 1 | 0 | −1 |
      | dead | 0 | 1 | +1 |
      | missing | 1 | 0 | −1 |
      | orphaned | 0 | 1 | +1 |
      | unlinked | 0 | 0 | ±0 |

      **New dead links**

      - \`Down\`: \`https://x/r/Down\`

      **Pages whose alert is gone**

      - \`runbooks/old\`

      **Alerts no longer without a page**

      - \`Slow\`
      "
    `);
  });

  it('says that nothing changes, with the mark by which the comment is found again', () => {
    expect(sayDifference(none, none)).toContain('Nothing changes.');
    expect(sayDifference(none, none).startsWith(mark)).toBe(true);
  });

  it('says every alert once, and lets no name be more than a name', () => {
    const missing = Array.from({length: 30}, (_, n) => ({alert: `A${n % 25}\`@all`, severity: 'page', near: []}));
    const text = sayDifference(none, {...none, missing});
    expect(text).toContain("- `A0'@all`\n");
    expect(text).toContain('- and 5 more\n');
  });
});
