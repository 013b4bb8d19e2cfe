import {describe, expect, it} from 'vitest';
import {sayStale} from '../../../src/lint/ci/say-stale.ts';

const finding = {file: 'docs/a.mdx', line: 3, column: 1, rule: 'evidence-fresh', message: 'Unexpected age, ask @everyone about `x`'};
const run = 'https://github.com/o/r/actions/runs/1';

describe('the issue about what went stale', () => {
  it('lists each finding under its file, and mentions nobody', () => {
    expect(sayStale([finding, {...finding, file: 'docs/b.mdx'}], run)).toMatchInlineSnapshot(`
      "The scheduled lint found 2 errors. Nothing of it was caused by a pull request: time passed.

      ### \`docs/a.mdx\`

      - [ ] 3:1 \`evidence-fresh\` \`\` Unexpected age, ask @everyone about \`x\` \`\`

      ### \`docs/b.mdx\`

      - [ ] 3:1 \`evidence-fresh\` \`\` Unexpected age, ask @everyone about \`x\` \`\`

      [This run](https://github.com/o/r/actions/runs/1). This text is written anew each time, and the issue is closed when nothing is left.
      "
    `);
  });

  it('fits into an issue, and says what did not', () => {
    const many = Array.from({length: 5000}, (_, n) => ({...finding, file: `docs/${n % 900}.mdx`}));
    const text = sayStale(many, run);
    expect(text.length).toBeLessThanOrEqual(60_000);
    expect(text).toMatch(/\n\d+ findings more did not fit here\.\n/);
    expect(text).toContain(run);
    expect(text.length).toBeGreaterThan(59_000);
  });
});
