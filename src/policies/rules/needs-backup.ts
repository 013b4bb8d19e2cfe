import type {Policy} from '../contract.ts';

/** A fault that is noticed after a weekend can still be undone. */
const leastDays = 7;

export const needsBackup: Policy = {
  id: 'policy/needs-backup',
  judge: (declared) => {
    if (declared.kind === 'service' || declared.kind === 'cache') return undefined;
    const days = declared.backup_days;
    if (days !== undefined && days >= leastDays) return undefined;
    return {found: days === undefined ? 'nothing said' : `backup_days = ${days}`, expected: `backup_days of ${leastDays} or more`};
  },
};
