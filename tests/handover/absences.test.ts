import {describe, expect, it} from 'vitest';
import {readCatalog} from '../../src/catalog/read-catalog.server.ts';
import {absences} from '../../src/handover/absences.ts';
import type {Done} from '../../src/handover/matrix.ts';
import {done} from '../support/operators.ts';
import {registersOf, sampleDay} from '../support/registers.ts';
import {handbook} from '../support/sample.ts';

const group = (name: string): string => `apiVersion: backstage.io/v1alpha1
kind: Group
metadata: {name: ${name}}
spec: {type: team, children: [], members: [${name}-a, ${name}-b]}
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: {name: ${name}-api}
spec: {type: service, lifecycle: production, owner: ${name}}
`;
const exercise = (service: string, at: string): Done =>
  done('a', 'undo', {id: `${service}-${at}`, service, at, occasion: 'absent-tomorrow'});

describe('the log of absent-tomorrow exercises', () => {
  it('has one a quarter in the sample, newest first, and knows when the next is due', () => {
    const operators = registersOf('.').operators.map(({value}) => value);
    const {exercises, due, next} = absences(operators, {catalog: readCatalog('.'), today: sampleDay});
    expect(exercises.map(({service, at, unanswered}) => `${at} ${service} ${unanswered.length}`)).toEqual([
      '2026-11-12 notify-worker 1',
      '2026-08-20 legacy-reports 3',
      '2026-05-21 payment-bridge 2',
      '2026-02-19 search 1',
    ]);
    expect(due).toBe('2027-02-12');
    expect(next).toEqual({team: 'sre', last: undefined});
  });

  it('gives the turn to a team that never had one, then to the one that waited longest', () => {
    const catalog = readCatalog(handbook({'data/catalog/more.yaml': `${group('ops')}---\n${group('pay')}`}));
    const next = (...list: Done[]): unknown => absences(list, {catalog, today: sampleDay}).next;
    expect(next()).toEqual({team: 'ops', last: undefined});
    expect(next(exercise('ops-api', '2026-05-01'), exercise('shop', '2026-02-01'))).toEqual({team: 'pay', last: undefined});
    const round = [exercise('ops-api', '2026-05-01'), exercise('shop', '2026-02-01'), exercise('pay-api', '2026-08-01')];
    expect(next(...round)).toEqual({team: 'sre', last: '2026-02-01'});
    expect(next(...round, exercise('shop', '2026-11-01'))).toEqual({team: 'ops', last: '2026-05-01'});
  });

  it('leaves out other occasions and what is yet to come, and has no day while there is none', () => {
    const catalog = readCatalog(handbook());
    const list = [done('a', 'undo'), exercise('shop', '2026-12-01')];
    expect(absences(list, {catalog, today: sampleDay})).toMatchObject({exercises: [], due: undefined});
  });
});
