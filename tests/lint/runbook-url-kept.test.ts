import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {runbookUrlKept} from '../../src/lint/catalog/runbook-url-kept.ts';
import {lintFiles, page} from '../support/lint.ts';
import {ja} from '../support/sample.ts';

const list = 'data/published-alerts.yaml';
const runbook = (alerts: string, aliases: string): string => page('runbook', 'Text.', `alerts: [${alerts}]\naliases: [${aliases}]\n`);

describe('runbook-url-kept', () => {
  beforeEach(() => void vi.useFakeTimers({now: Date.UTC(2026, 0, 31), toFake: ['Date']}));
  afterEach(() => void vi.useRealTimers());

  it('accepts addresses that an alert, an alias or a tombstone answers, in any case of letters', () => {
    const published = `alerts:
  - {name: ShopDown, since: 2025-06-01}
  - {name: shopgone, since: 2025-06-01}
  - {name: ShopMoved, since: 2025-06-01}
tombstones:
  - {name: ShopMoved, reason: {en: Sold., ja: 売却済み。}}
`;
    const text = runbook('ShopDown', 'ShopGone');
    expect(lintFiles(runbookUrlKept, {[list]: published, 'docs/runbooks/a.mdx': text, [`${ja}/runbooks/a.mdx`]: text})).toEqual([]);
  });

  it('refuses an address that was given out and leads nowhere', () => {
    const published = 'alerts:\n  - {name: ShopDown, since: 2025-06-01}\n  - {name: ShopOld, since: 2025-06-01}\ntombstones: []\n';
    expect(lintFiles(runbookUrlKept, {[list]: published, 'docs/runbooks/a.mdx': runbook('ShopDown', '')})).toEqual([
      'data/published-alerts.yaml:3:12 Unexpected published address /r/ShopOld that leads nowhere, expected ShopOld among the alerts or aliases of a runbook, or a tombstone with its reason',
    ]);
  });

  it('refuses an address that is not kept, once for all languages, with the line to add', () => {
    const text = runbook('ShopDown', 'ShopGone');
    expect(lintFiles(runbookUrlKept, {'docs/runbooks/a.mdx': text, [`${ja}/runbooks/a.mdx`]: text})).toEqual([
      'docs/runbooks/a.mdx:7:10 Unexpected address /r/ShopDown that data/published-alerts.yaml does not keep, expected the line "- { name: ShopDown, since: 2026-01-31 }" under its alerts',
      'docs/runbooks/a.mdx:8:11 Unexpected address /r/ShopGone that data/published-alerts.yaml does not keep, expected the line "- { name: ShopGone, since: 2026-01-31 }" under its alerts',
    ]);
  });

  it('leaves a name that can be no address to the rule about front matter', () => {
    expect(lintFiles(runbookUrlKept, {'docs/runbooks/a.mdx': runbook('', '/r/ShopDown, Shop down')})).toEqual([]);
  });

  it('refuses a tombstone of an alert that has a runbook', () => {
    const published =
      'alerts:\n  - {name: ShopDown, since: 2025-06-01}\ntombstones:\n  - {name: ShopDown, reason: {en: Sold., ja: 売却済み。}}\n';
    expect(lintFiles(runbookUrlKept, {[list]: published, 'docs/runbooks/a.mdx': runbook('ShopDown', '')})).toEqual([
      'data/published-alerts.yaml:4:12 Unexpected tombstone of ShopDown, which has a runbook, expected one of the two',
    ]);
  });
});
