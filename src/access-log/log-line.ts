import {isIPv4, isIPv6} from 'node:net';
import * as z from 'zod';
import {Words} from '../catalog/shapes.ts';

/** Longest line that is read, in bytes without its end. What is longer is refused without being held in memory. */
export const longestLine = 1024 * 1024;

/** Of a proxy that gave up after a minute nothing waits for an hour; two figures beyond all sense would make every sum one, too. */
const longestMs = 3_600_000;
/** A petabyte. Sums of such figures still fit into 64 bits. */
const mostBytes = 1e15;

/**
 * One request, as one line of JSON. Nothing in it leads to a person: no address, no name, no query string. A line that holds one of these where it
 * should not is refused, so that it never reaches the warehouse; fields that are not named here are dropped.
 */
export const LogLine = z.object({
  time: z.iso.datetime({offset: true, error: 'a time with its zone, such as 2026-11-20T12:00:00Z'}),
  method: z.string('text').regex(/^[A-Z]{3,7}$/, 'a method such as GET'),
  /** The pattern of the route, not the path: `/tools/{id}`. */
  route: z.string('text').refine(isPattern, 'a route such as /tools/{id}, with neither a query string nor an id in it'),
  status: z.int('a whole number').min(100, 'a status from 100 to 599').max(599, 'a status from 100 to 599'),
  /** How long the server worked, in milliseconds. */
  ms: z.number('a number').nonnegative('a number of 0 or more').max(longestMs, 'an hour at most'),
  bytes: z.int('a whole number').nonnegative('a number of 0 or more').max(mostBytes, 'a petabyte at most'),
  /** A keyed hash whose key changes each month; null when nobody is signed in. */
  member: z
    .string('text or null')
    .regex(/^[0-9a-f]{16}$/, 'a hash of 16 hexadecimal digits, or null')
    .nullable(),
  network: z.string('text').refine(isNetwork, 'a network such as 192.0.2.0/24 or 2001:db8:7::/48, not a full address'),
  agent: z.string('text'),
  release: z.string('the name of a release').min(1, 'the name of a release'),
});
export type LogLine = z.output<typeof LogLine>;

/** An id in a path leads to a person: a number, a UUID or a hash, an address; with an ending such as `.json` or in full-width letters it is the same. */
function isPattern(route: string): boolean {
  const plain = route.normalize('NFKC');
  return (
    Words.safeParse(route).success && /^\/[^?#\s@]*$/.test(plain) && !/%40|\/(?:\d+|[0-9a-f-]{16,})(?:\.[a-z]\w*)?(?=\/|$)/i.test(plain)
  );
}

/** What tells one reader from another is zero: the last 8 bits of 32, or the last 80 of 128, which are written as `::`. The zone of an address (`%eth0`) names a machine. */
function isNetwork(network: string): boolean {
  const address = network.slice(0, -3);
  if (network.endsWith('.0/24')) return isIPv4(address);
  return network.endsWith('::/48') && !address.includes('%') && isIPv6(address) && address.split(':').length <= 5;
}
