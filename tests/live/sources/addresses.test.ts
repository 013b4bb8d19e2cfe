import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {vetHost, vettedLookup} from '../../../src/live/sources/addresses.server.ts';

const host = (address: string): string => new URL(address).hostname;
const said = (address: string, allowPrivate: boolean): string => {
  try {
    vetHost(host(`http://${address}/`), {allowPrivate});
    return 'passed';
  } catch (error) {
    return (error as Error).message;
  }
};
const hex = (high: number, low: number): string => (high * 256 + low).toString(16);
const byte = fc.integer({min: 0, max: 255});
/** Any address, and those of ranges that are judged more often than chance would have them. */
const ipv4 = fc.oneof(
  fc.tuple(fc.constant(169), fc.constant(254), byte, byte),
  fc.tuple(fc.constantFrom(10, 127), byte, byte, byte),
  fc.tuple(fc.constant(192), fc.constant(168), byte, byte),
  fc.tuple(fc.constant(100), fc.integer({min: 64, max: 127}), byte, byte),
  fc.tuple(fc.integer({min: 224, max: 255}), byte, byte, byte),
  fc.tuple(byte, byte, byte, byte),
);
const never = /never asked/;
const closed = /allowPrivate is not set/;

describe('vetHost', () => {
  it.each([
    'http://169.254.169.254/',
    'http://169.254.169.254./',
    'http://2852039166/',
    'http://0xa9.0xfe.0xa9.0xfe/',
    'http://0251.0376.0251.0376/',
    'http://169.254.43518/',
    'http://[::ffff:169.254.169.254]/',
    'http://[::ffff:a9fe:a9fe]/',
    'http://[::169.254.169.254]/',
    'http://[::ffff:0:a9fe:a9fe]/',
    'http://[64:ff9b::a9fe:a9fe]/',
    'http://[64:ff9b:1::a9fe:a9fe]/',
    'http://[64:ff9b:1:a9fe:a9:fe00::]/',
    'http://[2002:a9fe:a9fe::1]/',
    'http://[2001:0:a9fe:a9fe::1]/',
    'http://[fe80::a9fe:a9fe]/',
    'http://[fd00:ec2::254]/',
    'http://[fd20:ce::254]/',
    'http://100.100.100.200/',
    'http://168.63.129.16/',
    'http://192.0.0.192/',
    'http://0/',
    'http://[::]/',
    'http://[::ffff:0.0.0.0]/',
    'http://239.1.2.3/',
    'http://[ff02::1]/',
    'http://metadata.google.internal/',
    'http://METADATA.google.internal./',
  ])('never lets %s be asked', (address) => {
    for (const allowPrivate of [true, false]) expect(said(host(address), allowPrivate)).toMatch(never);
  });

  it.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://0x7f.1/',
    'http://2130706433/',
    'http://[::1]/',
    'http://[::ffff:7f00:1]/',
    'http://[::127.0.0.1]/',
    'http://[64:ff9b::10.0.0.1]/',
    'http://[64:ff9b:1::1]/',
    'http://[2002:c0a8:1::]/',
    'http://10.1.2.3/',
    'http://172.31.0.1/',
    'http://192.168.0.1/',
    'http://100.64.0.1/',
    'http://198.19.0.1/',
    'http://240.0.0.1/',
    'http://[fd12::1]/',
  ])('lets %s be asked only where private addresses are allowed', (address) => {
    expect([said(host(address), false), said(host(address), true)]).toEqual([expect.stringMatching(closed), 'passed']);
  });

  it.each([
    'http://203.0.113.7/',
    'http://172.32.0.1/',
    'http://[2606:4700::1]/',
    'http://[64:ff9b::203.0.113.7]/',
    'http://status.reiji.example/',
  ])('lets %s be asked', (address) => {
    expect(() => vetHost(host(address), {allowPrivate: false})).not.toThrow();
  });

  it('refuses an address with a zone as it refuses the address', () => {
    expect(() => vetHost('fe80::1%eth0', {allowPrivate: true})).toThrow(never);
  });

  it('says of an IPv4 address the same in every form that carries it', () => {
    let tried = 0;
    fc.assert(
      fc.property(ipv4, fc.boolean(), ([a, b, c, d], allowPrivate) => {
        const plain = `${a}.${b}.${c}.${d}`;
        const [high, low] = [hex(a, b), hex(c, d)];
        const forms = [`::ffff:${plain}`, `::ffff:${high}:${low}`, `::ffff:0:${plain}`, `64:ff9b::${plain}`, `2002:${high}:${low}::1`];
        // `::1` is the loopback address, and so near to it nothing is an IPv4 address.
        if (a > 0) forms.push(`::${plain}`);
        tried += forms.length;
        expect(forms.map((form) => said(`[${form}]`, allowPrivate))).toEqual(forms.map(() => said(plain, allowPrivate)));
      }),
      {numRuns: 500},
    );
    console.log(`addresses: ${tried} embedded forms judged as their IPv4 address`);
  });

  it('takes what is behind a local translator for private, and finds there what is never asked', () => {
    fc.assert(
      fc.property(
        ipv4.filter(([a]) => a > 0),
        ([a, b, c, d]) => {
          const forms = [
            `64:ff9b:1:${hex(a, b)}:${hex(0, c)}:${hex(d, 0)}::`,
            `64:ff9b:1:${hex(7, a)}:${hex(0, b)}:${hex(c, d)}::`,
            `64:ff9b:1:7:${hex(0, a)}:${hex(b, c)}:${hex(d, 0)}:0`,
            `64:ff9b:1::${a}.${b}.${c}.${d}`,
          ];
          expect(forms.map((form) => said(`[${form}]`, false))).not.toContain('passed');
          const hidden = said(`${a}.${b}.${c}.${d}`, true);
          const found = forms.map((form) => said(`[${form}]`, true));
          expect(hidden === 'passed' || found.every((word) => word === hidden)).toBe(true);
        },
      ),
      {numRuns: 500},
    );
  });
});

describe('vettedLookup', () => {
  const ask = (name: string, allowPrivate: boolean, all: boolean): Promise<unknown> =>
    new Promise((resolve, reject) => {
      vettedLookup({allowPrivate})(name, {all}, (error, address) => (error === null ? resolve(address) : reject(error)));
    });

  it('refuses a name by what it resolves to', async () => {
    await expect(ask('localhost', false, true)).rejects.toMatchObject({name: 'AskError', reason: 'not-configured'});
    await expect(ask('0x7f.1', false, false)).rejects.toThrow(closed);
    await expect(ask('0xa9fea9fe', true, false)).rejects.toThrow(never);
  });

  it('hands over what was judged, in the form that the socket asks for', async () => {
    expect(await ask('localhost', true, false)).toMatch(/^(127\.0\.0\.1|::1)$/);
    expect(await ask('localhost', true, true)).toContainEqual(
      expect.objectContaining({address: expect.stringMatching(/^(127\.0\.0\.1|::1)$/) as string}),
    );
  });

  it('says of a name that nobody knows what the system says', async () => {
    await expect(ask('nobody.invalid', true, true)).rejects.toMatchObject({
      code: expect.stringMatching(/^(ENOTFOUND|EAI_AGAIN)$/) as string,
    });
  });
});
