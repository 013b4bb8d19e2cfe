import {describe, expect, it} from 'vitest';
import {postmortemActions} from '../../src/lint/remark/postmortem-actions.ts';
import {lintText, page} from '../support/lint.ts';

const lint = (body: string): Promise<string[]> => lintText(postmortemActions, page('postmortem', body, 'lang: en\n'));
const table = (rows: string): string => `## Actions\n\n| Action | Owner | Until |\n| --- | --- | --- |\n${rows}`;

describe('postmortem-actions', () => {
  const accepted = [
    {name: 'a table with roles and days', body: table('| Raise the limit | `@sre-primary` | 2026-02-01 |')},
    {name: 'a role and an issue', body: table('| Raise the limit | @sre-primary | [#12](https://git.example/issues/12) |')},
    {name: 'a list, under a heading with an id', body: '## Folgen {/* #actions */}\n\n- `@sre-lead` raises the limit until 2026-02-01.\n'},
    {name: 'Japanese', body: '## アクション\n\n- 上限を上げる（`@sre-lead`、2026-02-01まで）\n'},
    {name: 'Japanese under another heading', body: '## 再発防止策\n\n- 上限を上げる（`@sre-lead`、2026-02-01まで）\n'},
    {name: 'an empty row of a template', body: `${table('| Raise | @sre-lead | 2026-02-01 |')}\n| | | |`},
    {name: 'what is not written yet: the concern of no-stub', body: table('| TODO | | |')},
    {name: 'lists of other sections', body: `${table('| Raise | @sre-lead | 2026-02-01 |')}\n\n## Sources\n\n- The log.\n`},
  ];
  it.each(accepted)('accepts $name', async ({body}) => {
    expect(await lint(body)).toEqual([]);
  });

  it('looks at postmortems only', async () => {
    expect(await lintText(postmortemActions, page('reference', 'Text.'))).toEqual([]);
  });

  const refused = [
    {
      name: 'a postmortem without the section',
      body: '## Summary\n\nText.\n',
      messages: ['1:1 Unexpected postmortem without the section "actions", expected what is done about it, by which role and until when'],
    },
    {
      name: 'prose in place of actions',
      body: '## Actions\n\nWe will be more careful.\n',
      messages: ['10:1 Unexpected section without an action, expected a table or a list of them'],
    },
    {
      name: 'an action without an owner',
      body: table('| Raise | somebody | 2026-02-01 |'),
      messages: ['14:1 Unexpected action without an owner, expected a role such as @sre-primary'],
    },
    {
      name: 'an address of mail in place of a role, and a day that does not exist',
      body: '## Actions\n\n- ops@shop.example looks until 2026-02-30.\n',
      messages: [
        '12:1 Unexpected action without an owner, expected a role such as @sre-primary',
        '12:1 Unexpected action without a day and without an issue, expected a day such as 2026-01-31, or a link',
      ],
    },
    {
      name: 'an action that is due soon',
      body: table('| Raise | @sre-lead | soon |\n| Lower | @sre-lead | 2026-02-01 |'),
      messages: ['14:1 Unexpected action without a day and without an issue, expected a day such as 2026-01-31, or a link'],
    },
  ];
  it.each(refused)('refuses $name', async ({body, messages}) => {
    expect(await lint(body)).toEqual(messages);
  });
});
