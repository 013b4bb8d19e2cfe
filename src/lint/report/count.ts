import type {Finding} from '../finding.ts';

export function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}

/** `2 errors, 1 warning` */
export function countBoth(findings: readonly Finding[]): string {
  const errors = findings.filter(({severity}) => severity === 'error').length;
  return `${count(errors, 'error')}, ${count(findings.length - errors, 'warning')}`;
}
