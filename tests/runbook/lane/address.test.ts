import {describe, expect, it} from 'vitest';
import {lanePath} from '../../../src/runbook/lane/address.ts';
import {laneNames} from '../../../src/runbook/lane/names.ts';

const names = laneNames([
  {slug: 'runbooks/pods', frontMatter: {alerts: ['KubePodCrashLooping', 'KubePodNotReady'], aliases: ['PodCrash', 'OldPods']}},
  {slug: 'runbooks/new', frontMatter: {alerts: ['PodCrash'], aliases: []}},
]);
const to = (path: string): string | undefined => lanePath(new URL(path, 'http://x'), {names, prefixes: ['/ja', '']});

describe('lanePath', () => {
  it.each([
    ['/r/KubePodCrashLooping', '/r/KubePodCrashLooping/'],
    ['/r/kubepodcrashlooping/', '/r/KubePodCrashLooping/'],
    ['/ja/r/KUBEPODNOTREADY?namespace=a%20b', '/ja/r/KubePodNotReady/'],
    ['/r/?alertname=kubePodCrashLooping&pod=web-1', '/r/KubePodCrashLooping/'],
    ['/r/OLDPODS', '/r/KubePodCrashLooping/'],
    ['/r/PodCrash', '/r/PodCrash/'],
    ['/r/?alertname=Nope', '/r/Nope/'],
    ['/ja/r/?alertname=..%2F..%2Fx', '/ja/r/..%2F..%2Fx/'],
  ])('takes %s to %s', (path, file) => {
    expect(to(path)).toBe(file);
  });

  it.each(['/r/Nope', '/r/', '/r/?alertname=', '/r/index.json', '/r/%E0%A4%A', '/runbooks/pods', '/jar/KubePodCrashLooping', '/'])(
    'leaves %s as it is',
    (path) => {
      expect(to(path)).toBeUndefined();
    },
  );
});

it('gives no address to a name that cannot stand in a path', () => {
  expect([...laneNames([{slug: 's', frontMatter: {alerts: ['../x', 'a/b', '.hidden', 'Good'], aliases: ['']}}]).keys()]).toEqual(['good']);
});
