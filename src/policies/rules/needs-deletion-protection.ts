import type {Policy} from '../contract.ts';

/** One mistaken command does not delete what nobody can make again. */
export const needsDeletionProtection: Policy = {
  id: 'policy/needs-deletion-protection',
  judge: (declared) => {
    if (declared.kind === 'service' || declared.kind === 'cache' || declared.deletion_protection === true) return undefined;
    const found = declared.deletion_protection === undefined ? 'nothing said' : 'deletion_protection = false';
    return {found, expected: 'deletion_protection = true'};
  },
};
