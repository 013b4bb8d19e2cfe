import {describe, expect, it} from 'vitest';
import {runbookAddress, runbookLookup} from '../../src/runbook/address.ts';

const lookup = runbookLookup([
  {slug: 'runbooks/pods', frontMatter: {alerts: ['KubePodCrashLooping'], aliases: ['PodCrash']}},
  {slug: 'runbooks/new', frontMatter: {alerts: ['PodCrash'], aliases: []}},
]);
const to = (path: string): string | undefined => runbookAddress(new URL(path, 'http://x'), {lookup, prefixes: ['/ja', '']});

describe('runbookAddress', () => {
  it.each([
    ['/r/KubePodCrashLooping', '/runbooks/pods'],
    ['/r/kubepodcrashlooping/', '/runbooks/pods'],
    ['/ja/r/KUBEPODCRASHLOOPING?namespace=a%20b&pod=c', '/ja/runbooks/pods?namespace=a+b&pod=c'],
    ['/r/?alertname=KubePodCrashLooping&pod=web-1', '/runbooks/pods?pod=web-1'],
    ['/r/PodCrash', '/runbooks/new'],
  ])('leads %s to %s', (path, page) => {
    expect(to(path)).toBe(page);
  });

  it.each(['/r/Nope', '/r/', '/r/%E0%A4%A', '/runbooks/pods', '/jar/KubePodCrashLooping'])('leaves %s alone', (path) => {
    expect(to(path)).toBeUndefined();
  });
});
