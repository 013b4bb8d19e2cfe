import {describe, expect, it} from 'vitest';
import {hasMisplacedQuery, resolver} from '../../../src/runbook/coverage/link.ts';
import {page} from './facts.ts';

const {byUrl} = resolver([
  page('PodCrash', {path: 'kubernetes/podcrash'}),
  page('Disk', {alerts: ['DiskFull'], path: 'disk', aliases: ['DiskOld']}),
]);

describe('a link', () => {
  it.each([
    ['https://runbooks.example/runbooks/kubernetes/podcrash', 'podcrash'],
    ['https://runbooks.example/runbooks/kubernetes/PodCrash/', 'podcrash'],
    ['https://git.example/team/runbooks/blob/main/kubernetes/PodCrash.md', 'podcrash'],
    ['https://site.example/docs/runbooks/kubernetes/podcrash/index.html?pod={{ $labels.pod | urlquery }}', 'podcrash'],
    ['/runbooks/kubernetes/podcrash#check?pod=a/b', 'podcrash'],
    ['https://handbook.example/r/DiskFull', 'disk'],
    ['https://handbook.example/base/ja/r/diskfull/?device={{ $labels.device }}', 'disk'],
    ['https://handbook.example/r/DiskOld', 'disk'],
    ['https://handbook.example/r/?device=sda&alertname=DiskFull', 'disk'],
    ['https://runbooks.example/runbooks/podcrash', undefined],
    ['https://runbooks.example/runbooks/', undefined],
    ['https://handbook.example/r/Unknown', undefined],
    ['https://handbook.example/r/', undefined],
    ['https://handbook.example/r/%zz', undefined],
    ['https://wiki.example/podcrash', undefined],
    ['not an address', undefined],
  ])('%s leads to %s', (url, runbook) => {
    expect(byUrl(url)?.runbook).toBe(runbook);
  });

  it.each([
    ['https://a.example/x#part?pod=1', true],
    ['https://a.example/x?pod=1#part', false],
    ['https://a.example/x?pod=1#part?more', true],
    ['https://a.example/x', false],
  ])('%s: its query is behind the fragment: %s', (url, misplaced) => {
    expect(hasMisplacedQuery(url)).toBe(misplaced);
  });
});
