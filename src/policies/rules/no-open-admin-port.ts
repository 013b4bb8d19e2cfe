import type {Policy} from '../contract.ts';

/** Ports for administration are not open to everybody: their passwords are tried within minutes. */
export const noOpenAdminPort: Policy = {
  id: 'policy/no-open-admin-port',
  judge: (declared) => {
    if (declared.kind !== 'service') return undefined;
    const open = declared.admin_from?.find((network) => network.endsWith('/0'));
    if (declared.admin_from !== undefined && open === undefined) return undefined;
    return {found: open ?? 'no list of networks', expected: 'a list of networks without one that is everybody'};
  },
};
