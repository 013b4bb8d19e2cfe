import * as z from 'zod';
import type {Policy} from '../contract.ts';

/**
 * How much of an address a network fixes at least. No private network is larger than 10.0.0.0/8, and a /32 is what a whole provider gets: what is
 * wider is everybody, or the halves of everybody.
 */
const leastBits = {v4: 8, v6: 32};

/** First 16 bits of the lowest IPv6 network for hosts. Below it lie the networks that stand for all of IPv4, such as `::ffff:0:0/96` and `64:ff9b::/96`. */
const lowestV6 = 0x2000;

/** Ports for administration are not open to everybody: their passwords are tried within minutes. */
export const noOpenAdminPort: Policy = {
  id: 'policy/no-open-admin-port',
  judge: (declared) => {
    if (declared.kind !== 'service') return undefined;
    const open = declared.admin_from?.find((network) => !isNarrow(network));
    if (declared.admin_from !== undefined && open === undefined) return undefined;
    return {
      found: open === undefined ? 'no list of networks' : JSON.stringify(open),
      expected: `a list of networks of /${leastBits.v4} or narrower, and /${leastBits.v6} for IPv6; none of IPv4 written as IPv6`,
    };
  },
};

/** Of what is no network nobody knows how wide it is. */
function isNarrow(network: string): boolean {
  const bits = Number(network.split('/')[1]);
  if (z.cidrv4().safeParse(network).success) return bits >= leastBits.v4;
  return z.cidrv6().safeParse(network).success && bits >= leastBits.v6 && Number.parseInt(network, 16) >= lowestV6;
}
