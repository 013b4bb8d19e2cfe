import type {Policy} from '../contract.ts';

/** A disk that leaves the building leaves without members' data. */
export const needsEncryption: Policy = {
  id: 'policy/needs-encryption',
  judge: (declared) =>
    declared.kind === 'service' || declared.encrypted === true
      ? undefined
      : {found: declared.encrypted === undefined ? 'nothing said' : 'encrypted = false', expected: 'encrypted = true'},
};
