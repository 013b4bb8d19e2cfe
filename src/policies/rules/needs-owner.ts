import type {Policy} from '../contract.ts';

/** Whoever finds a thing at night finds whom to call. */
export const needsOwner: Policy = {
  id: 'policy/needs-owner',
  judge: ({labels}) => {
    const owner = labels?.['owner'];
    if (owner !== undefined && /^[a-z][a-z0-9-]*$/.test(owner)) return undefined;
    return {found: owner === undefined ? 'no owner' : `owner ${JSON.stringify(owner)}`, expected: 'a team such as lending'};
  },
};
