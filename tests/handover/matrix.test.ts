import {describe, expect, it} from 'vitest';
import {readCatalog} from '../../src/catalog/read-catalog.server.ts';
import {busFactorMatrix, type Done} from '../../src/handover/matrix.ts';
import {ownerBusFactor} from '../../src/lint/catalog/owner-bus-factor.ts';
import {lintFiles} from '../support/lint.ts';
import {allTasks} from '../support/operators.ts';
import {brokenData, registersOf, sampleDay} from '../support/registers.ts';
import {handbook, sound} from '../support/sample.ts';

const org = 'data/catalog/org.yaml';
const team = (members: string): Record<string, string> => ({[org]: (sound[org] ?? '').replace('[sre-lead]', members)});
const standing = (members: string, done: readonly Done[], today = sampleDay): string | undefined =>
  busFactorMatrix(done, {catalog: readCatalog(handbook(team(members))), today})[0]?.standing;

describe('the matrix of operators', () => {
  it('says whether two, one or nobody can operate a service, and when nothing was written down', () => {
    expect(standing('[a, b]', allTasks('a', 'b'))).toBe('enough');
    expect(standing('[a, b]', allTasks('a'))).toBe('one');
    expect(standing('[a, b]', allTasks('a').slice(1))).toBe('none');
    expect(standing('[a, b]', [])).toBe('unknown');
  });

  it('tells what was forgotten from what nobody ever knew', () => {
    expect(standing('[a, b]', allTasks('a', 'b'), '2027-10-02')).toBe('none');
  });

  it('is never at rest where owner-bus-factor is not', () => {
    for (const members of ['[a]', '[a, a]', '[a, b]']) {
      const refused = lintFiles(ownerBusFactor, team(members)).length > 0;
      expect(standing(members, allTasks('a')) === 'enough').toBe(false);
      const others = {...team(members), 'data/catalog/more.yaml': (sound[org] ?? '').replace('sre}', 'ops}').replace('sre-lead', 'c, d')};
      const [row] = busFactorMatrix(allTasks('c', 'd'), {catalog: readCatalog(handbook(others)), today: sampleDay});
      expect(row?.standing).toBe(refused ? 'thin' : 'enough');
    }
  });

  const sample = (root: string): Record<string, string> =>
    Object.fromEntries(
      busFactorMatrix(
        registersOf(root).operators.map(({value}) => value),
        {catalog: readCatalog(root), today: sampleDay},
      ).map((row) => [row.service, row.standing]),
    );

  it('puts the two services of the sample that one role can operate first', () => {
    const rows = Object.entries(sample('.'));
    expect(rows.slice(0, 2)).toEqual([
      ['settlement-batch', 'one'],
      ['legacy-reports', 'one'],
    ]);
    expect(new Set(rows.slice(2).map(([, state]) => state))).toEqual(new Set(['enough']));
  });

  it('falls when the role that did it has left', () => {
    const gone = {file: 'catalog/org.yaml', from: '[payments-lead, payments-oncall]', to: '[payments-lead, payments-second]'};
    expect(sample(brokenData([gone]))['settlement-batch']).toBe('none');
  });
});
