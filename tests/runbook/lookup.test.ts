import {describe, expect, it} from 'vitest';
import {lookUp, type Findable} from '../../src/runbook/lookup.ts';

const runbook = (slug: string, more: Partial<Findable> = {}): Findable => ({
  slug,
  title: slug,
  alerts: [],
  aliases: [],
  symptoms: [],
  services: [],
  ...more,
});
const alert = (name: string) => ({name, severities: ['critical'], urgency: 'page' as const});
const runbooks = [
  runbook('Volume', {alerts: [alert('DiskFull')], symptoms: ['no space left on device', '空き容量がない']}),
  runbook('Volume of logs', {
    alerts: [alert('DiskFullSoon')],
    aliases: ['LogsGrow'],
    services: [{name: 'log-warehouse', title: 'Log warehouse'}],
  }),
];
const found = (query: string): string[] => lookUp(runbooks, query).map((hit) => hit.runbook.slug);

describe('lookUp', () => {
  it('finds all of them for an empty query', () => {
    expect(found('  ')).toEqual(['Volume', 'Volume of logs']);
  });

  it('puts the exact alert first, in any case and width of letters', () => {
    expect(found('diskfullsoon')).toEqual(['Volume of logs']);
    expect(found('ＤｉｓｋＦｕｌｌ')).toEqual(['Volume', 'Volume of logs']);
    expect(found('logsgrow')).toEqual(['Volume of logs']);
  });

  it('finds by symptom and by service, and says by what', () => {
    expect(lookUp(runbooks, 'no space')).toMatchObject([{runbook: {slug: 'Volume'}, because: 'no space left on device'}]);
    expect(lookUp(runbooks, '空き')).toMatchObject([{because: '空き容量がない'}]);
    expect(found('warehouse')).toEqual(['Volume of logs']);
  });

  it('wants every word', () => {
    expect(found('volume logs')).toEqual(['Volume of logs']);
    expect(found('volume nowhere')).toEqual([]);
  });
});
