import {describe, expect, it} from 'vitest';
import {LiveShape} from '../../src/live/contract.ts';
import {readAge, readAlerts, readLive} from '../../src/live/wire.ts';

const ok = {state: 'ok', observedAt: '2026-01-01T00:00:00.000Z', ageMs: 1, validForMs: 2, value: {}, evidence: []};

describe('readLive', () => {
  it('takes what the contract takes', () => {
    expect(LiveShape.parse(ok)).toEqual(ok);
    expect(readLive(ok)).toEqual(ok);
  });

  it.each([
    ['nothing', undefined],
    ['a word', 'ok'],
    ['a state that nobody knows', {...ok, state: 'fine'}],
    ['a state without a value', {...ok, value: undefined}],
    ['an age that is no number', {...ok, ageMs: 'now'}],
    ['an unknown without a reason', {...ok, state: 'unknown', value: undefined}],
    ['a state without evidence', {...ok, evidence: undefined}],
    ['a history without points', {...ok, value: {series: {startMs: 0, stepMs: 1}}}],
    ['an error budget that is a word', {...ok, value: {budget: 'spent'}}],
    ['a last known state that is unknown', {...ok, state: 'unknown', reason: 'stale', lastKnown: {...ok, state: 'unknown'}}],
  ])('turns %s into unknown', (_name, value) => {
    expect(readLive(value)).toMatchObject({state: 'unknown', reason: 'parse'});
  });
});

describe('readAge', () => {
  it('reads how old a state is and how old it may become', () => {
    expect(readAge([1200, 18_000])).toEqual({ageMs: 1200, validForMs: 18_000});
  });

  it.each([
    [undefined],
    [1200],
    [[1200]],
    [[1200, null]],
    [['1200', 18_000]],
    [[-1, 18_000]],
    [[1200, -1]],
    [[1200, 18_000, 1]],
    [[1200, Infinity]],
  ])('takes nothing from %j', (value) => {
    expect(readAge(value)).toBeUndefined();
  });
});

describe('readAlerts', () => {
  it('takes when an alert was last seen only if that is a time', () => {
    const item = {alertname: 'A', labels: {}, links: {}};
    expect(readAlerts({items: [{...item, lastSeenAt: ok.observedAt}], live: ok})).toMatchObject({items: [{}], live: {state: 'ok'}});
    expect(readAlerts({items: [{...item, lastSeenAt: 'lately'}], live: ok})).toMatchObject({items: [], live: {state: 'unknown'}});
  });

  it('does not call a list whole when an item of it cannot be read', () => {
    expect(readAlerts({items: [{alertname: 'A', labels: {}}], live: ok})).toMatchObject({live: {reason: 'parse'}});
    expect(readAlerts({items: [{alertname: 7}], live: ok})).toMatchObject({items: [], live: {state: 'unknown', reason: 'parse'}});
  });
});
