import {describe, expect, it} from 'vitest';
import {changeNeedsUndo} from '../../src/lint/remark/change-needs-undo.ts';
import {lintText, page} from '../support/lint.ts';

const restart = '```bash\nkubectl rollout restart deployment/a\n```\n';
const look = '```bash\nkubectl get pods\n```\n';
const undo = '<Undo>\n\nBack.\n\n</Undo>\n\n';
const step = (kind: string, body: string): string => `<Steps>\n<Step id="a" kind="${kind}" title="A">\n\n${body}\n</Step>\n</Steps>`;
const form = '<Step kind="change"> with an <Undo>';

const accepted = [
  page('runbook', step('change', undo + restart)),
  page('runbook', step('change', `<Undo none="It comes back." />\n\n${restart}`)),
  page('runbook', step('change', `<Undo>\n\n${restart}\n</Undo>\n\n${look}`)),
  page('runbook', step('change', `${undo}Press the button.`)),
  page('procedure', step('check', look)),
  page('procedure', look),
  page('reference', restart),
];
const refused = [
  {
    name: 'a change outside of a step, once for a fence',
    text: page('procedure', restart.replace('\n```\n', '\nkubectl delete pod a\n```\n')),
    messages: [`10:1 Unexpected change "kubectl rollout restart" outside of a step, expected it in a ${form}`],
  },
  {
    name: 'a change in a check, once for the step',
    text: page('runbook', step('check', `${look}\n${restart}\n${restart}`)),
    messages: [`17:1 Unexpected change "kubectl rollout restart" in the check "a", expected it in a ${form}`],
  },
  {
    name: 'a change in what a check says to do otherwise',
    text: page('runbook', step('check', `${look}\n<Otherwise goto="a" when="No">\n\n${restart}\n</Otherwise>\n`)),
    messages: [`19:1 Unexpected change "kubectl rollout restart" in the check "a", expected it in a ${form}`],
  },
  {
    name: 'a change without an undo',
    text: page('runbook', step('change', restart)),
    messages: ['10:1 Unexpected change "a" without <Undo>, expected one, or <Undo none="the reason why there is none" />'],
  },
  {
    name: 'an undo that says nothing',
    text: page('runbook', step('change', `<Undo none=" " />\n\n${restart}`)),
    messages: [
      '12:1 Unexpected <Undo> that says nothing, expected how to take the change back, or none="the reason why that cannot be done"',
    ],
  },
  {
    name: 'a write in SQL',
    text: page('runbook', step('check', "```sql\nselect 1;\ndelete from a where b = 'c';\n```\n")),
    messages: [`13:1 Unexpected change "DELETE" in the check "a", expected it in a ${form}`],
  },
  {
    name: 'a change in a session',
    text: page('runbook', '```console\n$ kubectl get pods\nweb-1\n$ kubectl delete pod web-1\n```\n'),
    messages: [`12:3 Unexpected change "kubectl delete" outside of a step, expected it in a ${form}`],
  },
];

describe('change-needs-undo', () => {
  it.each(accepted)('accepts %j', async (text) => {
    expect(await lintText(changeNeedsUndo, text)).toEqual([]);
  });
  it.each(refused)('refuses $name', async ({text, messages}) => {
    expect(await lintText(changeNeedsUndo, text)).toEqual(messages);
  });
});
