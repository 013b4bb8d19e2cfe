import {describe, expect, it} from 'vitest';
import {postmortemActions} from '../../src/lint/remark/postmortem-actions.ts';
import {lintText, page} from '../support/lint.ts';

const lint = (body: string): Promise<string[]> => lintText(postmortemActions, page('postmortem', body, 'lang: en\n'));
const table = (rows: string): string => `| Action | Owner | Until |\n| --- | --- | --- |\n${rows}`;
const none = '### Pre-empt\n\nNothing, because it came without a sign.\n\n### Limit\n\nNothing, because nobody noticed.\n';
const actions = (prevent: string): string => `## Actions\n\n### Prevent\n\n${prevent}\n\n${none}`;
const raised = '| Raise the limit | `@sre-primary` | 2026-02-01 |';

describe('postmortem-actions', () => {
  const accepted = [
    {name: 'a table with roles and days', body: actions(table(raised))},
    {name: 'a role and an issue', body: actions(table('| Raise the limit | @sre-primary | [#12](https://git.example/issues/12) |'))},
    {
      name: 'lists, under headings with ids',
      body: '## Folgen {/* #actions */}\n\n### Vorher {/* #prevent */}\n\n- `@sre-lead` raises the limit until 2026-02-01.\n\n### Davor {/* #pre-empt */}\n\nNothing, because.\n\n### Danach {/* #limit */}\n\nNothing, because.\n',
    },
    {
      name: 'Japanese',
      body: '## アクション\n\n### 起きないようにする\n\n- 上限を上げる（`@sre-lead`、2026-02-01まで）\n\n### 起きる前に手を打つ\n\nなし。前兆がなかったため。\n\n### 影響を小さくする\n\nなし。影響がなかったため。\n',
    },
    {
      name: 'Japanese under another heading',
      body: actions('- 上限を上げる（`@sre-lead`、2026-02-01まで）').replace('Actions', '再発防止策'),
    },
    {name: 'an empty row of a template', body: actions(`${table(raised)}\n| | | |`)},
    {name: 'what is not written yet: the concern of no-stub', body: actions(table('| TODO | | |'))},
    {name: 'lists of other sections', body: `${actions(table(raised))}\n## Sources\n\n- The log.\n`},
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
      body: actions('We will be more careful.'),
      messages: ['10:1 Unexpected section without an action, expected a table or a list of them'],
    },
    {
      name: 'an action without an owner',
      body: actions(table('| Raise | somebody | 2026-02-01 |')),
      messages: ['16:1 Unexpected action without an owner, expected a role such as @sre-primary'],
    },
    {
      name: 'an address of mail in place of a role, and a day that does not exist',
      body: actions('- ops@shop.example looks until 2026-02-30.'),
      messages: [
        '14:1 Unexpected action without an owner, expected a role such as @sre-primary',
        '14:1 Unexpected action without a day and without an issue, expected a day such as 2026-01-31, or a link',
      ],
    },
    {
      name: 'an action that is due soon',
      body: actions(table('| Raise | @sre-lead | soon |\n| Lower | @sre-lead | 2026-02-01 |')),
      messages: ['16:1 Unexpected action without a day and without an issue, expected a day such as 2026-01-31, or a link'],
    },
    {
      name: 'a layer that nobody thought of',
      body: actions(table(raised)).replace(/### Limit[^]*$/, ''),
      messages: ['10:1 Unexpected actions with nothing under "limit", expected an action there, or the reason why there is none'],
    },
    {
      name: 'a layer that says nothing, and one that is only the head of a table',
      body: `## Actions\n\n### Prevent\n\n${table(raised)}\n\n### Pre-empt\n\n${table('')}\n### Limit\n`,
      messages: [
        '10:1 Unexpected actions with nothing under "pre-empt" and "limit", expected an action there, or the reason why there is none',
      ],
    },
    {
      name: 'actions that are not sorted into layers',
      body: `## Actions\n\n${table(raised)}`,
      messages: [
        '10:1 Unexpected actions with nothing under "prevent" and "pre-empt" and "limit", expected an action there, or the reason why there is none',
      ],
    },
  ];
  it.each(refused)('refuses $name', async ({body, messages}) => {
    expect(await lint(body)).toEqual(messages);
  });
});
