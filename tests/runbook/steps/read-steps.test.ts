import {describe, expect, it} from 'vitest';
import {readSteps} from '../../../src/runbook/steps/read-steps.ts';

const page = `---
title: Shop down
---

## Check {/* #check */}

\`\`\`bash
outside of any step
\`\`\`

<Steps>
<Step id="see-copies" kind="check" title="See the copies">

Look first.

\`\`\`bash title="ignored"
kubectl get pods
\`\`\`

- Then:

  \`\`\`promql
  up == 0
  \`\`\`

<Expect match="Running">

You should see:

\`\`\`text
web  Running
\`\`\`

</Expect>
<Otherwise goto="undo-rollout" when="It is not there">

\`\`\`bash
never run
\`\`\`

</Otherwise>
<Otherwise goto="/r/OtherAlert" />
</Step>
<Step id="undo-rollout" kind="change" title="Undo it">

\`\`\`bash
kubectl rollout undo
\`\`\`

<Undo>

\`\`\`bash
kubectl rollout undo again
\`\`\`

</Undo>
<Expect>Done.</Expect>
</Step>
</Steps>

<Steps>
<Step id="delete" kind="change" title="Delete"><Undo none="It is made again" /></Step>
</Steps>
`;

describe('the steps of a page', () => {
  it('come in the order of the page, with what is run, seen, branched to and taken back', () => {
    expect(readSteps(page)).toEqual([
      {
        id: 'see-copies',
        kind: 'check',
        title: 'See the copies',
        line: 12,
        fences: [
          {lang: 'bash', text: 'kubectl get pods', line: 16},
          {lang: 'promql', text: 'up == 0', line: 22},
        ],
        expects: [{match: 'Running', line: 26}],
        otherwise: [
          {goto: 'undo-rollout', when: 'It is not there', line: 35},
          {goto: '/r/OtherAlert', line: 42},
        ],
      },
      {
        id: 'undo-rollout',
        kind: 'change',
        title: 'Undo it',
        line: 44,
        fences: [{lang: 'bash', text: 'kubectl rollout undo', line: 46}],
        expects: [{line: 57}],
        otherwise: [],
        undo: {line: 50, fences: [{lang: 'bash', text: 'kubectl rollout undo again', line: 52}]},
      },
      {
        id: 'delete',
        kind: 'change',
        title: 'Delete',
        line: 62,
        fences: [],
        expects: [],
        otherwise: [],
        undo: {line: 62, fences: [], none: 'It is made again'},
      },
    ]);
  });

  it('are none where a page has none', () => {
    expect(readSteps('## Check\n\n```bash\nls\n```\n')).toEqual([]);
  });

  it('are the same when lines end as on Windows', () => {
    expect(readSteps(page.replaceAll('\n', '\r\n'))).toEqual(readSteps(page));
  });

  it('say where a page stops being MDX', () => {
    expect(() => readSteps('<Steps>\n\n<Step id="a">\n', 'docs/runbooks/a.mdx')).toThrow(
      /docs\/runbooks\/a\.mdx:\d+:\d+ found what is no MDX/,
    );
  });
});
