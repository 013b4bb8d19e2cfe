import {describe, expect, it} from 'vitest';
import {serviceExists} from '../../src/lint/catalog/service-exists.ts';
import {lintFiles} from '../support/lint.ts';

describe('service-exists', () => {
  it('accepts a component of the catalog', () => {
    expect(lintFiles(serviceExists, {'docs/a.mdx': '<ServiceStatus service="shop" />\n\n<FiringAlerts />\n'})).toEqual([]);
  });

  it('refuses another name', () => {
    expect(lintFiles(serviceExists, {'docs/a.mdx': 'Now: <ServiceStatus service="paymnts" />\n'})).toEqual([
      'docs/a.mdx:1:6 Unexpected service "paymnts" in <ServiceStatus>, expected one of shop',
    ]);
  });
});
