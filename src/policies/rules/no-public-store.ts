import type {Policy} from '../contract.ts';

/** Nobody reads members' data without signing in. What is meant to be public is served by a service. */
export const noPublicStore: Policy = {
  id: 'policy/no-public-store',
  judge: (declared) =>
    declared.kind === 'service' || declared.public === false
      ? undefined
      : {found: declared.public === undefined ? 'nothing said' : 'public = true', expected: 'public = false'},
};
