import {describe, expect, it} from 'vitest';
import {readCatalog} from '../../src/catalog/read-catalog.server.ts';
import {alertCatalog} from '../../src/inventory/alert-catalog.ts';
import {serviceCatalog} from '../../src/inventory/service-catalog.ts';
import {standingOf} from '../../src/registers/standing.ts';
import type {Trust} from '../../src/runbook/evidence/trust.ts';

const catalog = readCatalog('.');
const runbook = {
  slug: 'runbooks/pod-crash-looping',
  title: 'A Pod keeps crashing',
  alerts: [{name: 'KubePodCrashLooping', severities: ['warning'], urgency: 'ticket'}],
  services: [{name: 'lending-api', title: 'Lending API'}],
  owner: {name: 'SRE', channel: undefined},
} as const;
const store = {
  id: 'lending-db',
  store: 'lending-db',
  holds: {en: 'Members', ja: '会員'},
  kind: 'database',
  no_backup: {en: 'None', ja: 'なし'},
  rto_minutes: 10,
  rpo_minutes: 10,
  procedure: 'procedures/restore-database',
  restored_by: '@sre-primary',
  drill_every_days: 90,
  owner: 'sre',
} as const;

describe('the catalog of services', () => {
  const {rows} = serviceCatalog({catalog, stores: [store], runbooks: [runbook]}, 'en');
  const cells = (id: string): unknown => rows.find((row) => row.id === id)?.cells;

  it('has a row for each service with its owner, objectives, runbooks and stores', () => {
    expect(rows).toHaveLength(catalog.services.size);
    expect(cells('lending-api')).toMatchObject({
      service: 'Lending API',
      level: 'A',
      owner: catalog.teams.get('lending')?.title.en,
      slo: 'Lending API availability 99.9 % / 30d',
      runbooks: {links: [{text: 'pod-crash-looping', to: '/runbooks/pod-crash-looping'}]},
      stores: {links: [{text: 'lending-db', to: '/procedures/restore-database'}]},
      needs: expect.stringContaining('session-cache') as string,
    });
  });

  it('shows a gap as a gap', () => {
    expect(cells('admin-console')).toMatchObject({slo: '–', runbooks: '–', stores: '–', needs: 'lending-api'});
  });
});

describe('the catalog of alerts', () => {
  const used = {at: '2026-01-10T03:12Z', use: 'drill', by: 'sre-primary'} as const;
  const row = (trust: Trust | undefined): {standing: string | undefined; cells: unknown} => {
    const {rows} = alertCatalog({catalog, runbooks: [{...runbook, trust}], asOf: '2026-11-22'}, 'en');
    const found = rows.find(({id}) => id === 'KubePodCrashLooping');
    return {standing: found && standingOf(found, '2026-11-22'), cells: found?.cells};
  };

  it('leads from each alert to its runbook, and says when that was last used', () => {
    expect(row({...used, kind: 'proven', staleAfterDays: 365})).toEqual({
      standing: 'fresh',
      cells: {
        alert: 'KubePodCrashLooping',
        severity: expect.stringContaining('warning') as string,
        runbook: {text: 'A Pod keeps crashing', to: '/runbooks/pod-crash-looping'},
        owner: 'SRE',
        used: '2026-01-10',
      },
    });
  });

  it('has what wakes somebody first', () => {
    const {rows} = alertCatalog({catalog, runbooks: [], asOf: undefined}, 'en');
    const urgencies = rows.map(({id}) => catalog.alerts.get(id)?.urgency);
    expect(urgencies).toEqual(
      urgencies.toSorted((a, b) => ['page', 'ticket', 'note'].indexOf(a ?? '') - ['page', 'ticket', 'note'].indexOf(b ?? '')),
    );
  });

  it.each([
    {name: 'nobody can know of', trust: undefined, standing: 'never'},
    {name: 'was never used', trust: {kind: 'never'}, standing: 'never'},
    {name: 'failed', trust: {...used, kind: 'failed', note: 'x', lang: 'en', changed: []}, standing: 'failed'},
    {name: 'changed since', trust: {...used, kind: 'changed', changed: ['steps']}, standing: 'warning'},
    {name: 'was proven too long ago', trust: {...used, kind: 'proven', staleAfterDays: 180}, standing: 'stale'},
  ] satisfies readonly {name: string; trust: Trust | undefined; standing: string}[])(
    'never calls a runbook fresh that $name',
    ({trust, standing}) => {
      expect(row(trust).standing).toBe(standing);
    },
  );
});
