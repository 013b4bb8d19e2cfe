import {describe, expect, it} from 'vitest';
import type {Directory} from '../../src/search/directory.ts';
import type {Findable} from '../../src/search/findable.ts';
import {answerUnknown} from '../../src/search/unknown-alert.ts';

const runbook = (alert: string, services: readonly string[] = [], aliases: readonly string[] = []): Findable => ({
  slug: `runbooks/${alert.toLowerCase()}`,
  title: alert,
  alerts: [alert],
  aliases,
  symptoms: [],
  services: services.map((name) => ({name, title: name})),
});
const from: Directory = {
  runbooks: [
    runbook('KubeNodeNotReady'),
    runbook('KubeNodeUnreachable'),
    runbook('KubePodCrashLooping', [], ['PodCrash', 'KubePodCrash']),
    runbook('ShopSlow', ['shop']),
    runbook('CertificateExpires', ['shop', 'search']),
  ],
  unwritten: [{name: 'QueueGrows', services: ['search'], urgency: 'page'}],
  tombstones: [{name: 'OldGate', reason: 'The gate is gone.'}],
  teams: [
    {name: 'Platform', channel: '#platform', services: [], onCall: true},
    {name: 'Shop team', channel: '#shop', services: ['shop'], onCall: false},
    {name: 'Search team', channel: '#search', services: ['search'], onCall: false},
    {name: 'Office', channel: undefined, services: [], onCall: false},
  ],
  repository: 'https://github.com/o/r',
};
const answer = (alertname: string, labels: Readonly<Record<string, string>> = {}, directory = from) =>
  answerUnknown({alertname, labels}, directory, 'en');
const names = (runbooks: readonly Findable[]): string[] => runbooks.map(({title}) => title);

describe('answerUnknown', () => {
  it('gives each near runbook once, with the name that is near', () => {
    expect(answer('KubePodCrashLop').near).toMatchObject([{name: 'KubePodCrashLooping', runbook: {title: 'KubePodCrashLooping'}}]);
    expect(answer('PodCrashh').near.map(({name}) => name)).toEqual(['PodCrash']);
  });

  it('gives those that share the most first words, the most similar first, without the near ones', () => {
    expect(names(answer('KubeNodePressure').component)).toEqual(['KubeNodeUnreachable', 'KubeNodeNotReady']);
    expect(names(answer('kubenodepressure').component)).toEqual(['KubeNodeUnreachable', 'KubeNodeNotReady']);
    expect(names(answer('KubePodCrashLop').component)).toEqual([]);
  });

  it('gives those of a service that a label names, and calls its owners first', () => {
    const {component, call} = answer('BasketLost', {job: 'shop', namespace: 'prod'});
    expect(names(component)).toEqual(['ShopSlow', 'CertificateExpires']);
    expect(call.map(({name}) => name)).toEqual(['Shop team', 'Platform']);
  });

  it('knows an alert that has a rule and lacks only the page, in any case of letters', () => {
    const {urgency, component, call, issueUrl} = answer('queuegrows');
    expect(urgency).toBe('page');
    expect(names(component)).toEqual(['CertificateExpires']);
    expect(call.map(({name}) => name)).toEqual(['Search team', 'Platform']);
    expect(decodeURIComponent(issueUrl)).toContain('has a rule');
  });

  it('says why a runbook was withdrawn', () => {
    expect(answer('OLDGATE').tombstone).toBe('The gate is gone.');
  });

  it('still has the triage, whom to call and the issue when nothing is like it', () => {
    expect(answer('Foo')).toMatchObject({
      name: 'Foo',
      near: [],
      component: [],
      urgency: undefined,
      tombstone: undefined,
      triage: 'runbooks/start-here',
      call: [{name: 'Platform'}],
    });
    expect(answer('Foo').issueUrl).toContain('Foo');
  });

  it('calls every team with a channel when nobody is on call by a calendar', () => {
    const teams = from.teams.map((team) => ({...team, onCall: false}));
    expect(answer('Foo', {}, {...from, teams}).call.map(({name}) => name)).toEqual(['Platform', 'Shop team', 'Search team']);
  });

  it('puts names of labels into the issue and never their values', () => {
    const {issueUrl} = answer('Foo', {customer: 'Secret & Sons', pod: 'shop-7'});
    expect(issueUrl).toContain('customer');
    expect(decodeURIComponent(issueUrl)).not.toMatch(/secret|shop-7/i);
  });

  it('makes a name from an address fit to be shown', () => {
    expect(answer('Disk\n\u202eFull`\0` ').name).toBe('Disk Full');
    expect(answer('x'.repeat(10_000)).name).toHaveLength(120);
    expect(answer('  ').name).toBe('');
  });
});
