import {createAllowance, type Allowance} from './allowance.ts';

/** An allowance for each of many people. */
export interface Grants {
  /** False when this person has used up theirs. */
  readonly take: (person: string) => boolean;
}

/** How many people are remembered. Whoever has asked the longest time ago is forgotten first. */
const mostPeople = 10_000;

export function createGrants(each: {readonly atOnce: number; readonly perSecond: number; readonly now: () => number}): Grants {
  const allowances = new Map<string, Allowance>();
  return {
    take: (person) => {
      const allowance = allowances.get(person) ?? createAllowance(each);
      // A Map keeps its order: what is put in again is the youngest.
      allowances.delete(person);
      allowances.set(person, allowance);
      const [oldest] = allowances.keys();
      if (allowances.size > mostPeople && oldest !== undefined) allowances.delete(oldest);
      return allowance.take(1);
    },
  };
}
