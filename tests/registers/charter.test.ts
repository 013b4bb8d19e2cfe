import {describe, expect, it} from 'vitest';
import {readCatalog} from '../../src/catalog/read-catalog.server.ts';
import {SlipError} from '../../src/catalog/slip.ts';
import {lapsesOf} from '../../src/registers/lapses.ts';
import type {Registers} from '../../src/registers/model.ts';
import {readRegisters} from '../../src/registers/read-registers.server.ts';
import {handbook} from '../support/sample.ts';

const seat = (role: string, more = ''): string =>
  `  - {id: ${role.slice(1)}, role: '${role}', does: {en: Something, ja: 何か}, infrastructure: 0.5, business: 0.5${more}}\n`;
const team = `apiVersion: backstage.io/v1alpha1
kind: Group
metadata: {name: sre}
spec: {type: team, children: [], members: [sre-lead, sre-primary]}
`;
const read = (...seats: readonly string[]): Registers => {
  const root = handbook({'data/catalog/org.yaml': team, 'data/registers/charter.yaml': `entries:\n${seats.join('')}`});
  return readRegisters(root, {pages: new Set(), catalog: readCatalog(root), today: new Date('2026-11-22')});
};
const slips = (...seats: readonly string[]): string[] => {
  try {
    read(...seats);
    return [];
  } catch (error) {
    if (!(error instanceof SlipError)) throw error;
    return error.slips.map(({line, found, expected}) => `${line}: ${found}, expected ${expected}`);
  }
};

describe('the charter', () => {
  it('has a seat for each member of its team', () => {
    expect(slips(seat('@sre-lead'), seat('@sre-primary'))).toEqual([]);
    expect(slips(seat('@sre-lead'))).toEqual(['1: no such entry, expected the seat @sre-primary']);
  });

  it('refuses a seat whose time is promised twice', () => {
    const twice = seat('@sre-lead').replace('business: 0.5', 'business: 0.6');
    expect(slips(twice, seat('@sre-primary'))).toEqual(['2: business: 0.6, expected 0.5: both shares are 1 together']);
  });

  it('is signed again after a year', () => {
    const registers = read(seat('@sre-lead', ', signed: 2025-11-01'), seat('@sre-primary'));
    const said = lapsesOf(registers, {day: '2026-11-22'}).map(({found, expected}) => `${found}, expected ${expected}`);
    expect(said).toEqual(['sre-lead as of 2025-11-01, expected a look at it in the last 366 days']);
  });
});
