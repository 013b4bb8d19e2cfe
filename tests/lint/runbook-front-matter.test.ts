import {describe, expect, it} from 'vitest';
import {runbookFrontMatter} from '../../src/lint/remark/runbook-front-matter.ts';
import {lintText, page} from '../support/lint.ts';

const fields = `alerts: [ShopDown]
aliases: [ShopGone]
impact: Slow.
escalate_to: '@sre-lead'
escalate_after_minutes: 15
access_needed: []
symptoms: [slow shop]
params:
  - {name: NAMESPACE, label: namespace, example: prod, pattern: '^[a-z]+$'}
`;
const lint = (find: string, replace: string): Promise<string[]> =>
  lintText(runbookFrontMatter, page('runbook', 'Text.', fields.replace(find, replace)));

describe('runbook-front-matter', () => {
  const accepted = [
    {name: 'the fields of a runbook', find: '', replace: ''},
    {name: 'no alert, and no parameter', find: /alerts.*\naliases.*\n/.exec(fields)?.[0] ?? '', replace: 'alerts: []\naliases: []\n'},
    {name: 'a parameter without a pattern', find: ", pattern: '^[a-z]+$'", replace: ''},
    {name: 'what is the concern of page-front-matter', find: 'alerts:', replace: 'colour: red\nalerts:'},
  ];
  it.each(accepted)('accepts $name', async ({find, replace}) => {
    expect(await lint(find, replace)).toEqual([]);
  });

  it('looks at runbooks only, and at front matter that is YAML', async () => {
    expect(await lintText(runbookFrontMatter, page('procedure', 'Text.'))).toEqual([]);
    expect(await lintText(runbookFrontMatter, '---\nkind: [runbook\n---\n')).toEqual([]);
    expect(await lintText(runbookFrontMatter, 'Text.\n')).toEqual([]);
  });

  const refused = [
    {
      name: 'an impact that is missing, and a number in quotes',
      find: /impact[\s\S]*: 15/.exec(fields)?.[0] ?? '',
      replace: "escalate_to: '@sre-lead'\nescalate_after_minutes: '15'",
      messages: [
        '2:1 Unexpected impact: nothing, expected a value of type string',
        '10:25 Unexpected escalate_after_minutes: "15", expected a value of type number',
      ],
    },
    {
      name: 'no symptom',
      find: '[slow shop]',
      replace: '[]',
      messages: ['13:11 Unexpected no symptom, expected what somebody would type who does not know the name of the alert'],
    },
    {
      name: 'a symptom twice',
      find: '[slow shop]',
      replace: '[slow shop, Slow shop]',
      messages: ['13:23 Unexpected the symptom "Slow shop" a second time, expected each once'],
    },
    {
      name: 'an address in place of a name',
      find: '[ShopGone]',
      replace: '[/r/ShopGone]',
      messages: ['8:11 Unexpected the name "/r/ShopGone", expected the name of an alert alone, without a path or spaces'],
    },
    {
      name: 'an alert that is its own old name',
      find: '[ShopGone]',
      replace: '[shopdown]',
      messages: ['8:11 Unexpected the alert shopdown a second time, expected each name once among alerts and aliases'],
    },
    {
      name: 'an impact of two lines',
      find: 'impact: Slow.',
      replace: 'impact: |\n  Slow.\n  Then down.',
      messages: ['9:9 Unexpected an impact of several lines, expected one line'],
    },
    {
      name: 'a parameter twice',
      find: 'params:\n',
      replace: 'params:\n  - {name: NAMESPACE, label: ns, example: prod}\n',
      messages: ['16:12 Unexpected the parameter NAMESPACE a second time, expected each name once'],
    },
    {
      name: 'an example that its pattern does not match',
      find: 'example: prod',
      replace: 'example: prod-1',
      messages: ['15:50 Unexpected example: "prod-1", expected an example that its pattern ^[a-z]+$ matches'],
    },
    {
      name: 'a pattern that is no regular expression',
      find: '^[a-z]+$',
      replace: '[a-z',
      messages: [expect.stringMatching(/^15:\d+ Unexpected pattern: "\[a-z", expected a regular expression/)],
    },
  ];
  it.each(refused)('refuses $name', async ({find, replace, messages}) => {
    expect(await lint(find, replace)).toEqual(messages);
  });
});
