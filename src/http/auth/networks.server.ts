import {BlockList, isIP} from 'node:net';

/** Networks and addresses, parted by commas: `10.0.0.0/8, ::1`. Undefined when one cannot be read, none is named, or one holds everybody. */
export function parseNetworks(text: string): BlockList | undefined {
  const networks = new BlockList();
  const parts = text.split(',').map((part) => part.trim());
  for (const part of parts) {
    const [, address = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(part) ?? [];
    const version = isIP(address);
    const most = version === 4 ? 32 : 128;
    const prefix = bits === undefined ? most : Number(bits);
    if (version === 0 || address.includes('%') || prefix < 1 || prefix > most) return undefined;
    networks.addSubnet(address, prefix, version === 4 ? 'ipv4' : 'ipv6');
  }
  return networks;
}

/** Whether an address of a peer, as its socket gives it, is in one of these networks. A mapped one (`::ffff:10.1.2.3`) is what it maps. */
export function isWithin(networks: BlockList, address: string | undefined): boolean {
  const version = isIP(address ?? '');
  return address !== undefined && version !== 0 && networks.check(address, version === 4 ? 'ipv4' : 'ipv6');
}
