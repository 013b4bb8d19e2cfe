import {describe, expect, it} from 'vitest';
import {runbookSections} from '../../src/lint/remark/runbook-sections.ts';
import {lintText, page} from '../support/lint.ts';

const ids = ['meaning', 'impact', 'check', 'fix', 'verify', 'escalate'];
const sections = (of: readonly string[]): string => of.map((id) => `## ${id} {/* #${id} */}\n\nText.\n`).join('\n');
const order = ids.join(', ');

describe('runbook-sections', () => {
  it('accepts the six sections in their order, in any language', async () => {
    expect(await lintText(runbookSections, page('runbook', sections(ids)))).toEqual([]);
    expect(await lintText(runbookSections, page('runbook', sections(ids).replace('## meaning', '## 意味')))).toEqual([]);
  });

  it('accepts h3 headings between them', async () => {
    expect(await lintText(runbookSections, page('runbook', sections(ids).replace('Text.', '### Step {/* #step */}')))).toEqual([]);
  });

  it('looks at runbooks only', async () => {
    expect(await lintText(runbookSections, page('procedure', sections(['steps'])))).toEqual([]);
  });

  it('refuses a runbook without one of them', async () => {
    expect(await lintText(runbookSections, page('runbook', sections(ids.filter((id) => id !== 'verify'))))).toEqual([
      `1:1 Unexpected page without the section "verify", expected the sections ${order}`,
    ]);
  });

  it('refuses another order', async () => {
    expect(await lintText(runbookSections, page('runbook', sections(['meaning', 'impact', 'fix', 'check', 'verify', 'escalate'])))).toEqual(
      [`21:1 Unexpected section "check" after "fix", expected the order ${order}`],
    );
  });

  it('refuses a section of its own, and one without an id', async () => {
    const body = `${sections(ids)}\n## History\n\nText.\n`;
    expect(await lintText(runbookSections, page('runbook', body))).toEqual([
      `33:1 Unexpected section "History", expected the sections ${order}`,
    ]);
  });

  it('refuses a section whose id is missing or wrong once, where it stands', async () => {
    const body = sections(ids).replace('## verify {/* #verify */}', '## Verify').replace('{/* #check */}', '{/* #chekc */}');
    expect(await lintText(runbookSections, page('runbook', body))).toEqual([
      '17:1 Unexpected id "chekc", expected {/* #check */} after "check"',
      '25:1 Unexpected heading "Verify" without an id, expected {/* #verify */} after "Verify"',
    ]);
  });

  it('does not take a section of the author for the one that stands elsewhere', async () => {
    const moved = ['impact', 'check', 'fix', 'verify', 'escalate', 'meaning'];
    const body = sections(moved).replace('## impact', '## History\n\nText.\n\n## impact');
    expect(await lintText(runbookSections, page('runbook', body))).toEqual([
      `9:1 Unexpected section "History", expected the sections ${order}`,
      `33:1 Unexpected section "meaning" after "escalate", expected the order ${order}`,
    ]);
  });
});
