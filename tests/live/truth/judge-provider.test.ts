import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {ProviderWord, Shift} from '../../../src/live/sources/adapter.ts';
import type {Reading} from '../../../src/live/sources/reading.ts';
import {states, type State} from '../../../src/live/state.ts';
import type {Verdict} from '../../../src/live/truth/checks.ts';
import {judgeOnCall, judgeProvider} from '../../../src/live/truth/judge-provider.ts';
import {failed, now, read} from '../../support/readings.ts';

const options = {source: 'statuspage', everyMs: 60_000, now};
const ours = (state: State): Verdict => {
  const dated = {observedAt: now, validForMs: 5000, evidence: []};
  return state === 'unknown' ? {...dated, state, reason: 'stale'} : {...dated, state, value: {}};
};

describe('judgeProvider', () => {
  const judge = (reading: Reading<ProviderWord> | undefined, probe?: State) =>
    judgeProvider({...options, reading, ours: probe === undefined ? undefined : ours(probe)});

  it('takes the provider at its word where we have no probe', () => {
    expect(judge(read({word: 'ok'}))).toMatchObject({state: 'ok', value: {provider: {word: 'ok'}}});
    expect(judge(read({word: 'maintenance'})).state).toBe('maintenance');
  });

  it('is the worse of its word and our probe, and says that they disagree', () => {
    const verdict = judge(read({word: 'ok'}), 'down');
    expect(verdict).toMatchObject({state: 'down', value: {provider: {word: 'ok', ours: 'down'}}});
    expect(verdict.evidence).toContainEqual({source: 'statuspage', check: 'agrees', ok: false, detail: 'ok, down'});
    expect(judge(read({word: 'ok'}), 'ok').evidence).toContainEqual({source: 'statuspage', check: 'agrees', ok: true});
  });

  it('is unknown while it cannot be asked, whatever our probe sees but a fault', () => {
    expect(judge(failed('unreachable'), 'ok')).toMatchObject({state: 'unknown', reason: 'unreachable'});
    expect(judge(undefined)).toMatchObject({state: 'unknown', reason: 'never-seen'});
    expect(judge(failed('unreachable'), 'down').state).toBe('down');
    expect(judge(read({word: 'ok'}), 'unknown').state).toBe('unknown');
  });

  it('does not believe an old word', () => {
    expect(judge(read({word: 'ok', saidAt: Date.now() - 10_000, maxAgeMs: 5000}))).toMatchObject({state: 'unknown', reason: 'stale'});
    expect(judge(read({word: 'down', saidAt: Date.now() - 10_000, maxAgeMs: 5000})).state).toBe('unknown');
  });

  it('never gets greener by knowing less', () => {
    const word = fc.constantFrom('ok', 'degraded', 'down', 'maintenance', 'firing').map((known) => read<ProviderWord>({word: known}));
    fc.assert(
      fc.property(word, fc.constantFrom(undefined, ...states), (reading, probe) => {
        for (const after of [judge(failed('timeout'), probe), judge(undefined, probe), judge(reading, 'unknown')])
          expect(states.indexOf(after.state)).toBeLessThanOrEqual(states.indexOf('unknown'));
      }),
    );
  });
});

describe('judgeOnCall', () => {
  const judge = (...shifts: Shift[]) => judgeOnCall({...options, source: 'icalendar', reading: read(shifts)});
  const shift = (from: number, to: number, ...roles: string[]): Shift => ({roles, start: Date.now() + from, end: Date.now() + to});

  it('gives the roles of the shifts that cover this moment, and until when', () => {
    const verdict = judge(shift(-1000, 60_000, 'sre-primary'), shift(-1000, 90_000, 'sre-secondary'), shift(60_000, 90_000, 'sre-lead'));
    expect(verdict).toMatchObject({state: 'ok', value: {onCall: {roles: ['sre-primary', 'sre-secondary']}}});
    expect(verdict.validForMs).toBeLessThanOrEqual(60_000);
  });

  it('knows that a shift which begins in between changes who has it', () => {
    const {value} = judge(shift(-1000, 90_000, 'sre-primary'), shift(30_000, 60_000, 'sre-lead')) as {value: {onCall: {until: string}}};
    expect(Date.parse(value.onCall.until) - Date.now()).toBeLessThanOrEqual(30_000);
  });

  it('is unknown when nobody has the shift, or the calendar cannot be read', () => {
    expect(judge(shift(1000, 2000, 'sre-primary'))).toMatchObject({state: 'unknown', reason: 'no-series'});
    expect(judgeOnCall({...options, reading: failed('parse')})).toMatchObject({state: 'unknown', reason: 'parse'});
  });
});
