import {describe, expect, it} from 'vitest';
import {incidentOf, incidents, Situation} from '../../src/demo/incidents.ts';

describe('a situation', () => {
  it('knows what is going on, and from when until when it was', () => {
    let now = 100;
    const situation = new Situation(() => now);
    situation.set('site-down');
    now = 160;
    situation.set('scrape-breaks');
    expect(situation.active).toEqual(['site-down', 'scrape-breaks']);
    situation.set('all-well');
    expect(situation.active).toEqual([]);
    now = 200;
    situation.set('all-well');
    expect(situation.spans('site-down')).toEqual([expect.objectContaining({from: 100, to: 160})]);
  });

  it('does not begin again what is going on', () => {
    let now = 100;
    const situation = new Situation(() => now);
    situation.set('site-down');
    now = 130;
    situation.set('site-down');
    expect(situation.spans('site-down')).toHaveLength(1);
    expect(situation.spans('site-down')[0]).toMatchObject({from: 100});
  });
});

describe('the incidents', () => {
  it('are found by id and by key, each by its own', () => {
    for (const {id, key} of incidents) expect([incidentOf(id), incidentOf(key)]).toEqual([id, id]);
    expect(incidentOf('0')).toBe('all-well');
    expect(incidentOf('x')).toBeUndefined();
    expect(new Set(incidents.map(({key}) => key)).size).toBe(incidents.length);
  });
});
