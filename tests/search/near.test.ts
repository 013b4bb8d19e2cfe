import {describe, expect, it} from 'vitest';
import {nearest} from '../../src/search/near.ts';

const names = [
  'KubeJobFailed',
  'KubeJobNotCompleted',
  'KubePodCrashLooping',
  'KubePodNotReady',
  'KubeNodeNotReady',
  'KubeletDown',
  'KubeAPIDown',
  'NodeRAIDDegraded',
  'PrometheusBadConfig',
  'PrometheusTargetLimitHit',
  'TargetDown',
  'Watchdog',
];
const near = (name: string, among = names): string[] => nearest(name, among).map((found) => found.name);

describe('nearest', () => {
  it.each([
    ['KubePodCrashLoping', 'KubePodCrashLooping'],
    ['kubepodcrashlopping', 'KubePodCrashLooping'],
    ['PodCrashLooping', 'KubePodCrashLooping'],
    ['podcrashlooping', 'KubePodCrashLooping'],
    ['KubernetesPodCrashLooping', 'KubePodCrashLooping'],
    ['kubejobcompletion', 'KubeJobNotCompleted'],
    ['TargetsDown', 'TargetDown'],
    ['Wachdog', 'Watchdog'],
    ['KubeletDwon', 'KubeletDown'],
  ])('takes %s for %s', (asked, meant) => {
    expect(near(asked)[0]).toBe(meant);
  });

  it('finds an old name in lower case by the words of the new one', () => {
    expect(near('KubeJobNotCompleted', ['kubepodnotready', 'kubejobfailed', 'kubejobcompletion'])[0]).toBe('kubejobcompletion');
  });

  it.each(['Foo', 'foo', 'x', '', '---', 'Down', 'Kube', 'KubeFoo', 'PrometheusDown', 'MySQLDown', 'HighErrorRate', '🦊'])(
    'offers nothing for %j',
    (asked) => {
      expect(near(asked)).toEqual([]);
    },
  );

  it('weighs a rare word more than those that every other name carries', () => {
    const scores = new Map(
      nearest('KubePodEvicted', ['KubePodA', 'KubePodB', 'KubePodC', 'NodeEvicted'], {least: 0}).map(({name, score}) => [name, score]),
    );
    expect(scores.get('NodeEvicted')).toBeGreaterThan(scores.get('KubePodA') ?? 1);
  });

  it('gives the best first, at most as many as asked for, and equals in their order', () => {
    const found = nearest('DiskFull', ['DiskFullTwo', 'DiskFullOne', 'DiskFull'], {most: 2});
    expect(found).toEqual([
      {name: 'DiskFull', score: 1},
      {name: 'DiskFullTwo', score: expect.any(Number) as number},
    ]);
    expect(nearest('DiskFull', ['DiskFullTwo', 'DiskFullOne'])).toMatchObject([{name: 'DiskFullTwo'}, {name: 'DiskFullOne'}]);
  });

  it('takes joints and case for nothing', () => {
    expect(nearest('kube_pod-CRASH_looping', ['KubePodCrashLooping'])).toEqual([{name: 'KubePodCrashLooping', score: 1}]);
  });

  it('reads the beginning of an endless name only', () => {
    expect(nearest('Disk'.repeat(100_000), names)).toEqual([]);
  });
});
