import {readdirSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {drillState} from '../../src/registers/drill-states.ts';
import type {EntryOf} from '../../src/registers/model.ts';
import {readEvidence} from '../../src/runbook/evidence/read-evidence.server.ts';
import type {EvidenceFacts} from '../../src/runbook/evidence/text.ts';
import {registersOf, sampleRoot} from '../support/registers.ts';

const store: EntryOf<'stores'> = {
  id: 'db',
  store: 'db',
  holds: {en: 'Everything', ja: 'すべて'},
  kind: 'database',
  rto_minutes: 120,
  rpo_minutes: 10,
  procedure: 'procedures/restore-db',
  restored_by: '@sre-primary',
  drill_every_days: 100,
  owner: 'sre',
};
const today = '2026-11-22';

function drill(at: string, more: Partial<EvidenceFacts> = {}): EvidenceFacts & {at: string} {
  return {
    at: `${at}T03:12Z`,
    page: 'procedures/restore-db',
    kind: 'drill',
    by: 'sre-primary',
    outcome: 'worked',
    minutes: 90,
    note: '',
    lang: 'en',
    steps: '',
    alert: '',
    ...more,
  };
}

describe('the drills of a store', () => {
  it('are never without one, and an incident, another page or a day to come is none', () => {
    const others = [drill('2026-11-01', {kind: 'incident'}), drill('2026-11-01', {page: 'procedures/restore-photos'}), drill('2026-11-23')];
    expect(drillState(store, {evidence: others, today})).toEqual({kind: 'never'});
    expect(drillState({...store, procedure: undefined}, {evidence: [drill('2026-11-01')], today})).toEqual({kind: 'never'});
  });

  it('are fresh after one that failed and one that worked', () => {
    const evidence = [drill('2026-09-24'), drill('2026-09-10', {outcome: 'failed', minutes: 240})];
    expect(drillState(store, {evidence, today})).toEqual({
      kind: 'fresh',
      at: '2026-09-24',
      minutes: 90,
      until: '2027-01-02',
      isTooSlow: false,
    });
  });

  it.each([
    {day: '2027-01-02', kind: 'fresh'},
    {day: '2027-01-03', kind: 'stale'},
  ])('are $kind on $day, at the end of their days', ({day, kind}) => {
    expect(drillState(store, {evidence: [drill('2026-09-24')], today: day})).toMatchObject({kind});
  });

  it('failed when the last one failed, or took longer than it may', () => {
    const good = drill('2026-09-10');
    expect(drillState(store, {evidence: [good, drill('2026-09-24', {outcome: 'failed'})], today})).toMatchObject({kind: 'failed'});
    expect(drillState(store, {evidence: [good, drill('2026-09-24', {minutes: 121})], today})).toMatchObject({
      kind: 'failed',
      isTooSlow: true,
    });
  });

  it('of the sample are fresh for the database, and never for what nobody drilled', () => {
    const pages = new Set(
      ['runbooks', 'procedures'].flatMap((folder) => readdirSync(`docs/${folder}`).map((file) => `${folder}/${file.replace('.mdx', '')}`)),
    );
    const evidence = readEvidence(sampleRoot(), {pages});
    const states = registersOf('.').stores.map(({value}) => `${value.id} ${drillState(value, {evidence, today}).kind}`);
    expect(states).toEqual(['lending-db fresh', 'photo-store never', 'session-cache never', 'event-queue never']);
    expect(
      evidence.filter(({kind, page}) => kind === 'drill' && page === 'procedures/restore-database').map(({outcome}) => outcome),
    ).toEqual(['failed', 'worked']);
  });
});
