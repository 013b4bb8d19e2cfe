import {describe, expect, it} from 'vitest';
import {isWithin, parseNetworks} from '../../../src/http/auth/networks.server.ts';

describe('parseNetworks', () => {
  it.each([
    '',
    ' ',
    ',',
    '10.0.0.0/8,',
    'proxy.example',
    '10.0.0.0/33',
    '10.0.0/8',
    '::1/129',
    '10.0.0.1/a',
    'fe80::1%eth0',
    '10.0.0.0/8/8',
  ])('cannot read %j', (text) => {
    expect(parseNetworks(text)).toBeUndefined();
  });

  it.each(['0.0.0.0/0', '::/0', '10.0.0.0/8, ::/0'])('wants no network of everybody: %s', (text) => {
    expect(parseNetworks(text)).toBeUndefined();
  });
});

describe('isWithin', () => {
  const networks = parseNetworks('10.0.0.0/8, 192.0.2.7 ,fd00::/8,::1');

  it.each(['10.255.0.1', '::ffff:10.1.2.3', '::ffff:a01:203', '192.0.2.7', 'fd12::1', '::1'])('has %s', (address) => {
    expect(networks && isWithin(networks, address)).toBe(true);
  });

  it.each(['11.0.0.1', '::ffff:11.0.0.1', '192.0.2.8', 'fe80::1', '::2', '', 'localhost', undefined])('has not %s', (address) => {
    expect(networks && isWithin(networks, address)).toBe(false);
  });
});
