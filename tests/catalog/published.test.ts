import {describe, expect, it} from 'vitest';
import {readCatalog} from '../../src/catalog/read-catalog.server.ts';
import {handbook} from '../support/sample.ts';

const file = 'data/published-alerts.yaml';

describe('the published addresses', () => {
  it('are none without the file', () => {
    expect(readCatalog(handbook()).published).toEqual({alerts: [], tombstones: []});
  });

  it('are read with their places and the words for a reader', () => {
    const text = 'alerts:\n  - {name: Down, since: 2026-01-31}\ntombstones:\n  - {name: Old, reason: {en: Sold., ja: 売却済み。}}\n';
    const {alerts, tombstones} = readCatalog(handbook({[file]: text})).published;
    expect(alerts).toEqual([{name: 'Down', since: '2026-01-31', place: {file, line: 2, column: 12}}]);
    expect(tombstones).toMatchObject([{name: 'Old', reason: {en: 'Sold.', ja: '売却済み。'}, place: {line: 4}}]);
  });

  it('have no name twice, no entry without a day and no tombstone without a reason', () => {
    const text = 'alerts:\n  - {name: Down, since: 2026-01-31}\n  - {name: down, since: 2026-01-31}\ntombstones: []\n';
    expect(() => readCatalog(handbook({[file]: text}))).toThrow(
      `${file}:3:12 found the address down a second time, expected each name once`,
    );
    const bare = 'alerts:\n  - {name: Down, since: lately}\ntombstones:\n  - {name: Old}\n';
    expect(() => readCatalog(handbook({[file]: bare}))).toThrow(
      `${file}:2:25 found since: "lately", expected a day such as 2026-01-31\n  ${file}:4:5 found reason: nothing, expected a text in each language`,
    );
  });
});
