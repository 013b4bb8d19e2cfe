import {describe, expect, it} from 'vitest';
import {byName} from '../../src/search/by-name.ts';

const pods = {slug: 'pods', alerts: ['KubePodCrashLooping', 'KubePodStuck'], aliases: ['PodCrash', 'KubePodStuck']};
const late = {slug: 'late', alerts: ['PodCrash'], aliases: []};
const gone = {slug: 'gone', alerts: [], aliases: ['Retired']};
const find = byName([late, pods, gone]);

describe('byName', () => {
  it('finds an alert in any case and width of letters, and says how it is spelt', () => {
    expect(find(' kubepodCRASHlooping ')).toEqual({runbook: pods, alert: 'KubePodCrashLooping', isOldName: false});
    expect(find('ＫｕｂｅPodStuck')).toMatchObject({runbook: pods, alert: 'KubePodStuck', isOldName: false});
  });

  it('lets a name in use win over an old one', () => {
    expect(find('podcrash')).toEqual({runbook: late, alert: 'PodCrash', isOldName: false});
    expect(byName([pods])('podcrash')).toEqual({runbook: pods, alert: 'KubePodCrashLooping', isOldName: true});
  });

  it('keeps an old name whose runbook has no alert any more', () => {
    expect(find('retired')).toEqual({runbook: gone, alert: 'Retired', isOldName: true});
  });

  it('finds nothing for other names', () => {
    expect([find('Nope'), find(''), find('constructor')]).toEqual([undefined, undefined, undefined]);
  });
});
