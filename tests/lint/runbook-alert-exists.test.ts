import {describe, expect, it} from 'vitest';
import {runbookAlertExists} from '../../src/lint/catalog/runbook-alert-exists.ts';
import {lintFiles, page} from '../support/lint.ts';

describe('runbook-alert-exists', () => {
  it('accepts an alert that a rule has', () => {
    expect(
      lintFiles(runbookAlertExists, {'docs/a.mdx': page('runbook', '<FiringAlerts alert="Watchdog" />', 'alerts: [Watchdog]\n')}),
    ).toEqual([]);
  });

  it('refuses an alert that no rule has, in the front matter and in a word', () => {
    const text = page('runbook', '<FiringAlerts alert="Gone" />', 'alerts: [Watchdog, watchdog]\n');
    expect(lintFiles(runbookAlertExists, {'docs/a.mdx': text})).toEqual([
      'docs/a.mdx:7:20 Unexpected alert "watchdog", expected one of Watchdog',
      'docs/a.mdx:10:1 Unexpected alert "Gone", expected one of Watchdog',
    ]);
  });
});
