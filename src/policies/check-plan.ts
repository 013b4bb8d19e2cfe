import type {Exception} from '../registers/contract.ts';
import {Declared, type Breach, type Plan} from './contract.ts';
import {policies} from './preset.ts';

export interface Judged {
  readonly breaches: readonly Breach[];
  /** Addresses of things that no policy can read, because nothing declares what they are: not known to be safe. */
  readonly unjudged: readonly string[];
  /** How many things were judged. */
  readonly judged: number;
}

interface Options {
  readonly exceptions?: readonly Exception[];
  /** The day on which exceptions are judged, as YYYY-MM-DD. */
  readonly today: string;
}

/** Holds everything that a plan makes or leaves standing against every policy. What it deletes is not judged. */
export function checkPlan(plan: Plan, {exceptions = [], today}: Options): Judged {
  const breaches: Breach[] = [];
  const unjudged: string[] = [];
  let judged = 0;
  for (const {address, mode, type, change} of plan.resource_changes) {
    const {after} = change;
    if (mode !== 'managed' || after === null || after === undefined) continue;
    const declared = type === 'terraform_data' ? Declared.safeParse(after['input']) : undefined;
    if (declared?.success !== true) {
      unjudged.push(address);
      continue;
    }
    judged++;
    for (const {id, judge} of policies) {
      const breach = judge(declared.data);
      if (breach === undefined) continue;
      const excuse = exceptions.find((exception) => isAbout(exception, id, declared.data) && holds(exception, today));
      breaches.push({policy: id, address, ...breach, ...(excuse !== undefined && {excusedBy: excuse.id})});
    }
  }
  return {breaches, unjudged, judged};
}

/** An exception's id is the policy and the name of what it excuses: `no-public-store-press-kit`. */
function isAbout({id}: Exception, policy: string, {name}: Declared): boolean {
  return name !== undefined && id === `${policy.replace('policy/', '')}-${name}`;
}

function holds({since, expires}: Exception, today: string): boolean {
  return since <= today && today <= expires;
}
