import {expect, it} from 'vitest';
import {isGeneral, splitName} from '../../src/search/split-name.ts';

it.each([
  ['KubeAPIDown', ['kube', 'api', 'down']],
  ['etcdHighNumberOfFailedGRPCRequests', ['etcd', 'high', 'number', 'of', 'failed', 'grpc', 'requests']],
  ['CPUThrottlingHigh', ['cpu', 'throttling', 'high']],
  ['disk_full-90', ['disk', 'full', '90']],
  ['kubejobcompletion', ['kubejobcompletion']],
  ['ＤｉｓｋFull', ['disk', 'full']],
  ['容量Full', ['容量', 'full']],
  ['--', []],
])('splits %s', (name, words) => {
  expect(splitName(name)).toEqual(words);
});

it('knows words that say little', () => {
  expect(['down', 'failed', 'not'].every(isGeneral)).toBe(true);
  expect(isGeneral('disk')).toBe(false);
});
