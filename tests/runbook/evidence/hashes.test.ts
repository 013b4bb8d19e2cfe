import {createHash} from 'node:crypto';
import {describe, expect, it} from 'vitest';
import {alertHash, noSteps, stepsHash} from '../../../src/runbook/evidence/hashes.ts';
import {readSteps} from '../../../src/runbook/steps/read-steps.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const fence = (lang: string, text: string): string => `\`\`\`${lang}\n${text}\n\`\`\`\n\n`;
const page = `Prose.

<Steps>
<Step id="see" kind="check" title="See">

${fence('bash', 'kubectl get "pods"')}${fence('text', 'a sample')}<Expect match="Running">

You see it.

</Expect>
<Otherwise goto="undo" when="Nothing" />
</Step>
<Step id="undo" kind="change" title="Undo">

<Undo>

${fence('bash', 'redo')}</Undo>

${fence('bash', 'undo')}</Step>
</Steps>
`;
const hash = (text: string): string => stepsHash(readSteps(text));

describe('the hash of steps', () => {
  it('is the sha256 of their canonical JSON', () => {
    expect(hash(page)).toBe(
      sha256(
        '[{"expect":["Running"],"fences":[{"lang":"bash","text":"kubectl get \\"pods\\""}],"goto":["undo"],"id":"see","kind":"check","undo":[]},' +
          '{"expect":[],"fences":[{"lang":"bash","text":"undo"}],"goto":[],"id":"undo","kind":"change","undo":[{"lang":"bash","text":"redo"}]}]',
      ),
    );
    expect(noSteps).toBe(sha256('[]'));
  });

  it.each([
    ['prose', page.replace('Prose.', '散文。').replace('You see it.', '見えます。')],
    ['titles and conditions', page.replace('title="See"', 'title="見る"').replace('when="Nothing"', 'when="ない"')],
    ['samples of plain text', page.replace('a sample', '見本')],
    ['the reason for having no undo', page.replace('<Undo>', '<Undo none="why">')],
    [
      'where the undo stands in its step',
      page.replace(/<Undo>[\s\S]*<\/Undo>\n\n/, '').replace(/<\/Step>\n<\/Steps>/, `<Undo>\n\n${fence('bash', 'redo')}</Undo>\n$&`),
    ],
    ['fences outside of steps', page + fence('bash', 'ls')],
  ])('does not depend on %s', (_, written) => {
    expect(written).not.toBe(page);
    expect(hash(written)).toBe(hash(page));
  });

  it.each([
    ['a command', page.replace('get "pods"', 'get "pod"')],
    ['the language of a command', page.replace('```bash', '```promql')],
    ['what is expected', page.replace('Running', 'Ready')],
    ['an expectation that cannot be matched any more', page.replace(' match="Running"', '')],
    ['where to go', page.replace('goto="undo"', 'goto="escalate"')],
    ['the undo', page.replace('redo', 'redo it')],
    ['an id', page.replace('id="see"', 'id="look"')],
    ['a kind', page.replace('kind="check"', 'kind="change"')],
    ['the undo becoming a command', page.replace('<Undo>', '').replace('</Undo>', '')],
  ])('depends on %s', (_, written) => {
    expect(written).not.toBe(page);
    expect(hash(written)).not.toBe(hash(page));
  });

  it('depends on the order of the steps', () => {
    const steps = readSteps(page);
    expect(stepsHash(steps.toReversed())).not.toBe(stepsHash(steps));
  });
});

const rule = {expr: 'up == 0', for: '5m', keepFiringFor: '0s', labels: {severity: 'critical', team: 'sre'}};

describe('the hash of rules', () => {
  it('is the sha256 of the canonical JSON of the sorted list', () => {
    expect(
      alertHash([
        {...rule, labels: {}},
        {...rule, expr: 'a==1'},
      ]),
    ).toBe(
      sha256(
        '[{"expr":"a == 1","for":"5m","keep_firing_for":"0s","severity":"critical"},{"expr":"up == 0","for":"5m","keep_firing_for":"0s","severity":""}]',
      ),
    );
  });

  it('does not depend on their order, their other labels or the units of a duration', () => {
    const other = {...rule, for: '1h'};
    expect(alertHash([rule, other])).toBe(
      alertHash([
        {...other, for: '60m', labels: {severity: 'critical'}},
        {...rule, for: '300s'},
      ]),
    );
  });

  it.each([
    ['the expression', {expr: 'up == 1'}],
    ['the wait', {for: '6m'}],
    ['how long it keeps firing', {keepFiringFor: '1m'}],
    ['the severity', {labels: {severity: 'warning'}}],
  ])('depends on %s', (_, change) => {
    expect(alertHash([{...rule, ...change}])).not.toBe(alertHash([rule]));
  });

  it('depends on how many rules there are, even equal ones', () => {
    expect(alertHash([rule, rule])).not.toBe(alertHash([rule]));
  });
});
