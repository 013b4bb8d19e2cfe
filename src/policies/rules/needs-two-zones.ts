import type {Policy} from '../contract.ts';

/** A service of level A outlives the loss of one zone. Two names of one zone are one zone, and a blank name is none. */
export const needsTwoZones: Policy = {
  id: 'policy/needs-two-zones',
  judge: (declared) => {
    if (declared.kind !== 'service' || (declared.level !== undefined && declared.level !== 'A')) return undefined;
    const zones = new Set(declared.zones?.map((zone) => zone.trim()).filter((zone) => zone !== '')).size;
    if (zones >= 2) return undefined;
    const level = declared.level === undefined ? 'unless a level below A is given' : 'for level A';
    return {found: declared.zones === undefined ? 'no zones' : `${zones} zone`, expected: `two zones or more ${level}`};
  },
};
