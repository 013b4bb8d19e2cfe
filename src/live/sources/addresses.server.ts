import {lookup as resolve, type LookupAddress} from 'node:dns';
import {BlockList, isIP, isIPv6, type LookupFunction} from 'node:net';
import {AskError} from './reading.ts';

interface Vetting {
  readonly allowPrivate: boolean;
}

/**
 * Refuses a host that must not be asked: an address of cloud metadata always, a private one unless it is allowed. A name passes here, and is
 * judged by what it resolves to in `vettedLookup`.
 * @param hostname as `URL.hostname` gives it.
 * @throws {AskError} `not-configured`
 */
export function vetHost(hostname: string, vetting: Vetting): void {
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  if (isIP(host) !== 0) vetAddress(host, vetting);
  else if (metadataNames.has(host.toLowerCase().replace(/\.+$/, ''))) throw neverAsked();
}

/**
 * A `lookup` for sockets. Every address of a name is judged, and the socket connects to what was judged: nobody can answer differently the
 * second time. A socket that is given an address instead of a name never looks it up: `vetHost` goes first.
 */
export function vettedLookup(vetting: Vetting): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, {...options, all: true}, (error, addresses) => {
      if (error !== null) return callback(error, '');
      const refusal = refusalOf(addresses, vetting);
      const [first] = addresses;
      if (refusal !== undefined) return callback(refusal, '');
      if (options.all === true) return callback(null, addresses);
      return first === undefined ? callback(new Error('a name without an address'), '') : callback(null, first.address, first.family);
    });
  };
}

function refusalOf(addresses: readonly LookupAddress[], vetting: Vetting): AskError | undefined {
  try {
    for (const {address} of addresses) vetAddress(address, vetting);
    return undefined;
  } catch (error) {
    if (error instanceof AskError) return error;
    throw error;
  }
}

function vetAddress(address: string, {allowPrivate}: Vetting): void {
  // A block list knows no zones: with one, `fe80::1%eth0` would be found in no list.
  const forms = formsOf(address.replace(/%.*$/, ''));
  if (forms.some((form) => isIn(never, form))) throw neverAsked();
  if (!allowPrivate && forms.some((form) => isIn(closed, form)))
    throw new AskError('not-configured', 'the address is private and allowPrivate is not set');
}

function neverAsked(): AskError {
  return new AskError('not-configured', 'an address of cloud metadata, link-local or multicast is never asked');
}

function isIn(list: BlockList, address: string): boolean {
  return list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

/** An address, and every IPv4 address that it may be delivered to. */
function formsOf(address: string): string[] {
  if (!isIPv6(address)) return [address];
  const bytes = bytesOf(address);
  const at = (...places: number[]): string => places.map((place) => bytes[place]).join('.');
  const last = at(12, 13, 14, 15);
  if (address !== '::1' && isIn(endsInIPv4, address)) return [address, last];
  if (isIn(sixToFour, address)) return [address, at(2, 3, 4, 5)];
  // The prefix of a local translator may have any of these lengths, and the address does not say which. https://www.rfc-editor.org/rfc/rfc6052#section-2.2
  if (isIn(localTranslator, address)) {
    const readings = [at(6, 7, 9, 10), at(7, 9, 10, 11), at(9, 10, 11, 12), last];
    return [address, ...readings.filter((reading) => !reading.startsWith('0.'))];
  }
  return [address];
}

/** The sixteen bytes of an IPv6 address in any spelling. */
function bytesOf(address: string): number[] {
  // The parser of addresses in URLs writes every spelling in one form: hexadecimal groups and at most one `::`.
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const groups = (text: string): string[] => (text === '' ? [] : text.split(':'));
  const [before, after] = [groups(head), groups(tail ?? '')];
  const zeros = Array.from({length: 8 - before.length - after.length}, () => '0');
  return [...before, ...zeros, ...after].map((group) => Number.parseInt(group, 16)).flatMap((group) => [group >> 8, group & 0xff]);
}

const metadataNames = new Set(['metadata.google.internal', 'metadata.goog']);

/** What answers to whoever runs on the machine, and gives away its credentials; and what is no address of one host. */
const never = listOf([
  '0.0.0.0/8',
  '169.254.0.0/16',
  '224.0.0.0/4',
  // Metadata outside the link-local range: Azure's wire server, Alibaba Cloud, Oracle Cloud.
  '168.63.129.16/32',
  '100.100.100.200/32',
  '192.0.0.192/32',
  '::/128',
  'fe80::/10',
  'ff00::/8',
  // Metadata of AWS, Google Cloud and Scaleway over IPv6.
  'fd00:ec2::/32',
  'fd20:ce::254/128',
  'fd00:42::42/128',
  // Teredo: where it is delivered to is scrambled into it.
  '2001::/32',
]);

/** Special-purpose addresses that the public Internet does not route. https://www.iana.org/assignments/iana-ipv4-special-registry/ */
const closed = listOf([
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '240.0.0.0/4',
  '::1/128',
  '64:ff9b:1::/48',
  '100::/64',
  'fc00::/7',
  'fec0::/10',
]);

/** IPv4 in the last 32 bits: compatible, mapped, translated, and behind the well-known NAT64 prefix. */
const endsInIPv4 = listOf(['::/96', '::ffff:0:0/96', '::ffff:0:0:0/96', '64:ff9b::/96']);
const sixToFour = listOf(['2002::/16']);
const localTranslator = listOf(['64:ff9b:1::/48']);

function listOf(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', length] = range.split('/');
    list.addSubnet(address, Number(length), isIPv6(address) ? 'ipv6' : 'ipv4');
  }
  return list;
}
