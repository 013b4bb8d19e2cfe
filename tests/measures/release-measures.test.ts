import {describe, expect, it} from 'vitest';
import {releaseMeasures, type Release} from '../../src/measures/release-measures.ts';

const today = '2026-11-22';
const release = (at: string, more: Partial<Release> = {}): Release => ({
  id: `shop-${at}`,
  service: 'shop',
  at,
  lead_hours: 24,
  by: 'own-team',
  outcome: 'ok',
  ...more,
});
const undone = (at: string, minutes: number): Release => release(at, {outcome: 'undone', restored_minutes: minutes});
/** The value now and before, by the id of the measure. */
const values = (releases: readonly Release[]): Record<string, readonly (number | undefined)[]> =>
  Object.fromEntries(releaseMeasures(releases, today).map(({id, now, before}) => [id, [now.value, before.value]]));

describe('the measures of releases', () => {
  it('are the median, the releases a week and shares of the last 90 days beside those of the 90 days before', () => {
    const releases = [
      release('2026-05-27', {lead_hours: 40, by: 'sre'}),
      undone('2026-06-20', 90),
      release('2026-08-01', {lead_hours: 60}),
      release('2026-08-25', {lead_hours: 10}),
      release('2026-09-01', {lead_hours: 20, by: 'sre'}),
      undone('2026-10-01', 30),
      undone('2026-11-22', 50),
    ];
    expect(values(releases)).toEqual({
      'lead-time': [22, 40],
      'deploy-frequency': [4 / (90 / 7), 3 / (90 / 7)],
      'restore-time': [40, 90],
      'change-fail-rate': [50, 100 / 3],
      'self-deploy-share': [0, 0],
    });
  });

  it('say how many releases each rests on, and the day of the newest', () => {
    const [lead, , restore] = releaseMeasures([release('2026-08-26'), undone('2026-10-01', 30), release('2026-11-20')], today);
    expect(lead?.now).toEqual({value: 24, releases: 3, latest: '2026-11-20'});
    expect(restore?.now).toEqual({value: 30, releases: 1, latest: '2026-10-01'});
  });

  it('counts the first day of a window in the newer one only, and nothing that is yet to come', () => {
    const [lead] = releaseMeasures([release('2026-08-24'), release('2026-08-25'), release('2026-11-23')], today);
    expect(lead?.now.releases).toBe(1);
  });

  it('have no value without a release', () => {
    expect(Object.values(values([])).flat()).toEqual(Array.from({length: 10}, () => undefined));
  });

  it('have no time to restore where nothing was undone', () => {
    expect(values([release('2026-08-25'), release('2026-11-01')])['restore-time']).toEqual([undefined, undefined]);
  });

  it('compare with nothing when the register began in the midst of the older window', () => {
    expect(values([release('2026-06-15'), release('2026-11-01')])['deploy-frequency']).toEqual([1 / (90 / 7), undefined]);
  });

  it('have no value yet when the register began in the midst of the newer window', () => {
    expect(values([release('2026-11-01'), release('2026-11-02')])['deploy-frequency']).toEqual([undefined, undefined]);
  });

  it('count a service as released by its own team only when nobody else ever did it', () => {
    const of = (service: string, by: Release['by']): Release => release('2026-08-25', {service, by});
    const share = values([
      of('shop', 'own-team'),
      of('shop', 'sre'),
      of('pay', 'own-team'),
      of('search', 'own-team'),
      of('mail', 'own-team'),
    ]);
    expect(share['self-deploy-share']).toEqual([75, undefined]);
  });
});
