import type {Exception} from '../registers/contract.ts';
import type {Breach, Declared, Plan} from './contract.ts';
import {policies} from './preset.ts';
import {noMistypedSetting} from './rules/no-mistyped-setting.ts';

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
    if (type !== 'terraform_data' || !saysKind(after['input'])) {
      unjudged.push(address);
      continue;
    }
    judged++;
    const reading = noMistypedSetting.read(after['input']);
    if (reading.kind === 'mistyped') {
      breaches.push(...reading.faults.map((fault) => ({policy: noMistypedSetting.id, address, ...fault})));
      continue;
    }
    const {declared} = reading;
    for (const {id, judge} of policies) {
      const fault = judge(declared);
      if (fault === undefined) continue;
      const excuse = exceptions.find((exception) => isAbout(exception, id, declared) && holds(exception, today));
      breaches.push({policy: id, address, ...fault, ...(excuse !== undefined && {excusedBy: excuse.id})});
    }
  }
  return {breaches, unjudged, judged};
}

/** A `terraform_data` may hold anything; one with a kind means to be read by the policies. */
function saysKind(input: unknown): boolean {
  return typeof input === 'object' && input !== null && 'kind' in input;
}

/** An exception's id is the policy and the name of what it excuses: `no-public-store-press-kit`. */
function isAbout({id}: Exception, policy: string, {name}: Declared): boolean {
  return name !== undefined && id === `${policy.replace('policy/', '')}-${name}`;
}

function holds({since, expires}: Exception, today: string): boolean {
  return since <= today && today <= expires;
}
