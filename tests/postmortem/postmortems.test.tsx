// @vitest-environment happy-dom
import {cleanup, render, screen} from '@testing-library/react';
import {afterEach, describe, expect, it} from 'vitest';
import {postmortemFacts} from '../../src/postmortem/facts.ts';
import {readPostmortem} from '../../src/postmortem/read-postmortem.ts';
import {readPostmortems} from '../../src/postmortem/read-postmortems.server.ts';
import {Postmortems} from '../../src/postmortem/ui/Postmortems.tsx';
import {standingOf} from '../../src/registers/standing.ts';
import {handbook} from '../support/sample.ts';

afterEach(cleanup);

const head = `---
title: Nothing could be lent
description: It broke.
kind: postmortem
owner: sre
status: adopted
lang: en
date: 2026-01-10
severity: SEV2
services: [shop]
noticed_by: user
minutes: 40
---
`;
const actions = `
## Actions

### Prevent

| Action | Owner (role) | Until | Done |
| --- | --- | --- | --- |
| One | \`@sre-lead\` | 2026-01-20 | 2026-01-19 |
| Two | \`@sre-lead\` | 2026-02-20 | – |

### Limit

- [x] Three, \`@sre-lead\`, 2026-01-15
- [ ] Four, \`@sre-lead\`, 2026-02-10
`;
const factsOf = (text: string) => {
  const root = handbook({'docs/postmortems/2026-01-10-lent.md': text, 'docs/postmortems/index.mdx': '# All\n'});
  const postmortems = readPostmortems(root, 'docs');
  return postmortemFacts({postmortems, services: new Map(), asOf: undefined}, 'en');
};

describe('a postmortem', () => {
  it('is read with the actions that are done, and the first day of those that are not', () => {
    expect(readPostmortem(head + actions, 'a.md')).toMatchObject({actions: 4, done: 2, due: '2026-02-10', noticed_by: 'user', minutes: 40});
  });

  it('is open until the day of the first action that is not done, and overdue from the next', () => {
    const [row] = factsOf(head + actions).rows;
    expect(row).toMatchObject({id: 'postmortems-2026-01-10-lent', cells: {actions: '2/4', due: '2026-02-10'}});
    expect(row && standingOf(row, '2026-02-10')).toBe('open');
    expect(row && standingOf(row, '2026-02-11')).toBe('overdue');
  });

  it('is done when all its actions are', () => {
    const done = actions.replace('– |', 'yes |').replace('[ ]', '[x]');
    expect(factsOf(head + done).rows[0]).toMatchObject({status: 'done', cells: {actions: '4/4', due: undefined}});
  });

  it('is not listed while nobody knows how it ends: the build goes on', () => {
    expect(factsOf(head.replace('noticed_by: user', "noticed_by: ''") + actions).rows).toEqual([]);
    expect(factsOf('no page').rows).toEqual([]);
  });

  it('is a row that leads to its page', () => {
    render(<Postmortems facts={factsOf(head + actions)} />);
    expect(screen.getByRole('link', {name: 'Nothing could be lent'})).toHaveProperty('pathname', '/postmortems/2026-01-10-lent');
    expect(screen.getByText('a user')).toBeTruthy();
  });
});
