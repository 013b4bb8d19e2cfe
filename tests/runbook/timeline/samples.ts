import type {Entry, Happening, Incident} from '../../../src/runbook/timeline/contract.ts';

export const page = 'runbooks/pod-crash-looping';
export const step = {id: 'see-copies', title: 'See how many copies are left'};

let made = 0;

/** On 21 November 2026, UTC. */
export function entryAt(time: string, what: Happening, id = `e${made++}`): Entry {
  return {id, at: `2026-11-21T${time.includes('.') ? time : `${time}.000`}Z`, page, alert: 'KubePodCrashLooping', ...what};
}

export const incident: Incident = {
  id: 'i1',
  startedAt: '2026-11-21T18:11:00.000Z',
  title: 'KubePodCrashLooping',
  entries: [
    entryAt('18:11:00', {kind: 'opened'}),
    entryAt('18:11:30', {kind: 'copied', text: 'kubectl -n \'prod\' get pods | grep "a`b"', step}),
    entryAt('18:12:07.250', {kind: 'ticked', step}),
    entryAt('18:13:00', {kind: 'state', text: 'alert:KubePodCrashLooping ok → firing'}),
    entryAt('18:14:00', {kind: 'noted', text: 'limit {memory} is <too> small\nsecond line'}),
  ],
};
