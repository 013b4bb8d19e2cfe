import {describe, expect, it} from 'vitest';
import type {Findable} from '../../src/search/findable.ts';
import {findRunbooks, prepareFinder} from '../../src/search/finder.ts';

const runbook = (slug: string, more: Partial<Findable> = {}): Findable => ({
  slug,
  title: slug,
  alerts: [],
  aliases: [],
  symptoms: [],
  services: [],
  ...more,
});
const runbooks = [
  runbook('Logs', {alerts: ['DiskFullSoon'], aliases: ['LogsGrow', 'DiskFullOld'], services: [{name: 'log-warehouse', title: 'ログ倉庫'}]}),
  runbook('Volume', {alerts: ['DiskFull'], symptoms: ['No space left on device', '空き容量がない', 'ENOSPC']}),
  runbook('Volume of logs', {symptoms: ['the disk full of logs']}),
];
const found = (query: string): string[] => findRunbooks(runbooks, query).map((hit) => hit.runbook.slug);

describe('findRunbooks', () => {
  it('finds all of them for an empty query, in their order', () => {
    expect(found(' 　')).toEqual(['Logs', 'Volume', 'Volume of logs']);
  });

  it('puts the exact alert first, then old names, beginnings and words', () => {
    expect(findRunbooks(runbooks, 'diskfull')).toMatchObject([
      {runbook: {slug: 'Volume'}, how: 'alert', because: undefined},
      {runbook: {slug: 'Logs'}, how: 'prefix', because: undefined},
    ]);
    expect(findRunbooks(runbooks, 'disk full').map(({runbook: {slug}, how}) => [slug, how])).toEqual([
      ['Volume', 'alert'],
      ['Logs', 'prefix'],
      ['Volume of logs', 'words'],
    ]);
  });

  it('takes full-width letters and any joint of words for the same', () => {
    for (const query of ['ＤｉｓｋＦｕｌｌ', 'disk-full', 'DISK_FULL']) expect(found(query)[0]).toBe('Volume');
  });

  it('says which old name it was', () => {
    expect(findRunbooks(runbooks, 'logsgrow')).toMatchObject([{runbook: {slug: 'Logs'}, how: 'alias', because: 'LogsGrow'}]);
    expect(findRunbooks(runbooks, 'logsg')).toMatchObject([{how: 'alias', because: 'LogsGrow'}]);
  });

  it('finds by symptom and by service in the language of the page, and says by what', () => {
    expect(findRunbooks(runbooks, 'no space')).toMatchObject([{runbook: {slug: 'Volume'}, because: 'No space left on device'}]);
    expect(findRunbooks(runbooks, '空き')).toMatchObject([{because: '空き容量がない'}]);
    expect(findRunbooks(runbooks, '倉庫')).toMatchObject([{runbook: {slug: 'Logs'}, because: 'ログ倉庫'}]);
  });

  it('wants every word', () => {
    expect(found('volume logs')).toEqual(['Volume of logs']);
    expect(found('volume nowhere')).toEqual([]);
  });

  it('finds no word across the end of one phrase and the beginning of the next', () => {
    expect(found('devicee')).toEqual([]);
    expect(findRunbooks([runbook('ab', {symptoms: ['cd']})], 'bcd')).toEqual([]);
  });

  it('finds the alert or the error text in a pasted line', () => {
    expect(findRunbooks(runbooks, '[FIRING:1] DiskFull (prod web-1 critical)')).toMatchObject([{runbook: {slug: 'Volume'}, how: 'pasted'}]);
    expect(found('https://handbook.example/r/diskfullsoon?namespace=prod')).toEqual(['Logs']);
    expect(findRunbooks(runbooks, 'write /data/wal: no space left on device (os error 28)')).toMatchObject([
      {runbook: {slug: 'Volume'}, how: 'pasted', because: 'No space left on device'},
    ]);
  });

  it('offers names and error texts that are nearly so only when nothing else is found', () => {
    expect(findRunbooks(runbooks, 'DiskFulSoon')).toMatchObject([{runbook: {slug: 'Logs'}, how: 'near', because: 'DiskFullSoon'}]);
    expect(findRunbooks(runbooks, 'ENOSPCE')).toMatchObject([{runbook: {slug: 'Volume'}, how: 'near', because: 'ENOSPC'}]);
    expect(findRunbooks(runbooks, 'Foo')).toEqual([]);
    expect(findRunbooks(runbooks, '--')).toEqual([]);
  });

  it('finds the same after it was prepared, and follows another list', () => {
    const others = [runbook('Other', {alerts: ['DiskSlow']})];
    prepareFinder(others);
    expect(findRunbooks(others, 'diskslo')).toMatchObject([{runbook: {slug: 'Other'}, how: 'prefix'}]);
    expect(findRunbooks(others, 'DiskSlwo')).toMatchObject([{because: 'DiskSlow'}]);
    expect(findRunbooks([runbook('New', {alerts: ['DiskSlwo']})], 'DiskSlwo')).toMatchObject([{how: 'alert'}]);
  });
});
