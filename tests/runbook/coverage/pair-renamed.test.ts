import {describe, expect, it} from 'vitest';
import {findCoverage} from '../../../src/runbook/coverage/find-coverage.ts';
import {page, rule} from './facts.ts';

const others = ['ShopCartEmpty', 'ShopCartLost', 'ShopQueueLong', 'BackupTooOld', 'MailBounces'];

function renamed(alerts: ReturnType<typeof rule>[], pages: ReturnType<typeof page>[]): unknown {
  return findCoverage([...others.map((name) => rule(name)), ...alerts], [...others.map((name) => page(name)), ...pages]).renamed;
}

describe('a rename', () => {
  it('is proposed when the names say the same', () => {
    expect(renamed([rule('ShopJobNotCompleted')], [page('ShopJobCompletion')])).toEqual([
      {alert: 'ShopJobNotCompleted', runbook: 'shopjobcompletion'},
    ]);
  });

  it('is proposed for names that share less when the page speaks of the series of the expression', () => {
    const alert = rule('ShopPaymentsFailing', {expr: 'rate(payments_refused_total[5m]) > 1'});
    const silent = page('ShopPaymentsRefused');
    expect(renamed([alert], [silent])).toEqual([]);
    expect(renamed([alert], [{...silent, text: 'Look at `payments_refused_total`.'}])).toEqual([
      {alert: 'ShopPaymentsFailing', runbook: 'shoppaymentsrefused'},
    ]);
  });

  it('is not proposed for names that only share the system, nor for a series of which every page speaks', () => {
    const text = 'Look at `up`.';
    expect(renamed([rule('ShopCertificateExpires')], [page('ShopSearchSlow', {text}), page('Etcd', {text})])).toEqual([]);
  });

  it('gives each page to one alert, the likeliest', () => {
    const alerts = [rule('ShopJobNotDone'), rule('ShopJobNotCompleted')];
    expect(renamed(alerts, [page('ShopJobCompletion')])).toEqual([{alert: 'ShopJobNotCompleted', runbook: 'shopjobcompletion'}]);
  });
});
