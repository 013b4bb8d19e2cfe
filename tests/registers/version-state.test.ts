import {describe, expect, it} from 'vitest';
import {versionState} from '../../src/registers/version-state.ts';
import {registersOf, sampleDay} from '../support/registers.ts';

const {versions, eol} = registersOf('.');

describe('the state of a version', () => {
  it('warns 90 days before the end of its support', () => {
    const redis = versions.find(({value: {id}}) => id === 'session-cache-redis')?.value;
    if (redis === undefined) throw new Error('no Redis in the sample');
    const on = (today: string): unknown => versionState(redis, {eol, today});
    expect(on('2026-11-01')).toEqual({kind: 'supported', eol: '2027-01-31', daysLeft: 91});
    expect(on('2026-11-02')).toEqual({kind: 'ending', eol: '2027-01-31', daysLeft: 90});
    expect(on('2027-01-31')).toEqual({kind: 'ending', eol: '2027-01-31', daysLeft: 0});
    expect(on('2027-02-01')).toEqual({kind: 'ended', eol: '2027-01-31', daysLeft: -1});
    expect(versionState(redis, {eol: undefined, today: sampleDay})).toEqual({kind: 'unknown'});
  });

  it('is of every kind but one in the sample', () => {
    const kinds = versions.map(({value}) => versionState(value, {eol, today: sampleDay}).kind);
    expect(new Set(kinds)).toEqual(new Set(['supported', 'ending', 'open']));
  });
});
