import {describe, expect, it} from 'vitest';
import {readCatalog} from '../../src/catalog/read-catalog.server.ts';
import {Situation} from '../../src/demo/incidents.ts';
import {sampleSeries, targets} from '../../src/demo/sample.ts';

describe('the sample series', () => {
  it('are of targets that are scraped, each series once', () => {
    const names = sampleSeries(new Situation(), 0).map(({target, metric, labels}) => JSON.stringify([target.path, metric, labels]));
    expect(new Set(names).size).toBe(names.length);
    for (const {target} of sampleSeries(new Situation(), 0)) expect(targets).toContainEqual(target);
    expect(new Set(targets.map(({path}) => path)).size).toBe(targets.length);
  });

  it('leave some of the error budget of the lending API, and not all of it', () => {
    const now = Date.now() / 1000;
    const count = (code: string): number =>
      sampleSeries(new Situation(), now)
        .find(({metric, labels}) => metric === 'http_requests_total' && labels['service'] === 'lending-api' && labels['code'] === code)
        ?.at(now) ?? 0;
    const target = readCatalog('.').slos.get('lending-api-availability')?.spec.objectives[0]?.target ?? 1;
    const spent = count('500') / (count('200') + count('500')) / (1 - target);
    expect(spent).toBeGreaterThan(0.3);
    expect(spent).toBeLessThan(0.9);
  });

  it('change with what is going on', () => {
    const situation = new Situation();
    const now = (): Record<string, number | undefined> =>
      Object.fromEntries(sampleSeries(situation, 0).map(({target, metric, at}) => [`${target.path} ${metric}`, at(Date.now() / 1000)]));
    expect(now()).toMatchObject({'/probe/1 probe_success': 1, '/kube-state-metrics kube_pod_container_status_waiting_reason': undefined});
    situation.set('site-down');
    situation.set('pod-crash-looping');
    expect(now()).toMatchObject({
      '/probe/1 probe_success': 0,
      '/probe/2 probe_success': 1,
      '/kube-state-metrics kube_pod_container_status_waiting_reason': 1,
    });
  });
});
