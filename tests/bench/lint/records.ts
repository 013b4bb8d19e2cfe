import {mkdirSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {readCatalog} from '../../../src/catalog/read-catalog.server.ts';
import {agree} from '../../../src/lint/synced/agree.server.ts';
import {readRunbooks} from '../../../src/runbook/read-runbooks.server.ts';
import {recordUse} from '../../../src/runbook/evidence/record.server.ts';

const postmortem = (day: string, name: string): string => `---
title: ${name}
description: What happened on ${day}, and what is done about it.
kind: postmortem
owner: sre
status: adopted
lang: en
---

## What happened

Reservations were slow for an hour.

## Actions

### Prevent

| Action | Owner | Until |
| --- | --- | --- |
| Add an index | @sre-primary | 2026-12-15 |

### Pre-empt

| Action | Owner | Until |
| --- | --- | --- |
| Measure the wait of the batch | @sre-secondary | 2026-12-01 |

### Limit

Nothing, because only the search was slow, and members could go on.

## What went well

The alert came early.
`;

/** What a handbook in use has besides: postmortems, a use of each runbook that wakes somebody, and languages that agree. */
export async function addRecords(root: string): Promise<void> {
  for (const day of ['2026-09-03', '2026-09-17', '2026-10-02', '2026-10-20']) {
    const path = join(root, `docs/postmortems/${day}-slow-reservations.md`);
    mkdirSync(dirname(path), {recursive: true});
    writeFileSync(path, postmortem(day, `Slow reservations on ${day}`));
  }
  const {alerts, site} = readCatalog(root);
  const now = new Date(site.as_of ?? Date.now());
  for (const runbook of readRunbooks(root, 'en')) {
    const alert = runbook.frontMatter.alerts.find((name) => alerts.get(name)?.urgency === 'page');
    if (alert === undefined) continue;
    const facts = [
      '--kind',
      'drill',
      '--by',
      'drill-lead',
      '--outcome',
      'worked',
      '--minutes',
      '12',
      '--note',
      'As written.',
      '--lang',
      'en',
    ];
    await recordUse(root, [alert, ...facts], {ask: undefined, now: new Date(now.getTime() - 86_400_000)});
  }
  agree(root, ['--all']);
}
