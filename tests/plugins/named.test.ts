import {describe, expect, it} from 'vitest';
import {factsFile, named} from '../../src/plugins/named.ts';

describe('the generated files', () => {
  it('are one for each thing, and one that names them all', () => {
    const none = {service: [], alert: [], slo: [], provider: [], team: [], agenda: [], register: [], answer: [], health: [], term: []};
    expect(named({...none, query: [['requests:shop', {title: 'Requests'}]]}, ['ShopDown'])).toEqual({
      'query/requests/shop.json': {title: 'Requests'},
      'names.json': {...none, query: ['requests:shop'], address: ['ShopDown']},
    });
  });

  it('have names that every file system takes', () => {
    expect(factsFile('query', 'requests:shop:eu')).toBe('query/requests/shop/eu.json');
  });
});
