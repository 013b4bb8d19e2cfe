import type {Reason, State} from './state.ts';

export const states: Readonly<Record<State, string>> = {
  ok: 'OK',
  degraded: 'Degraded',
  firing: 'Firing',
  down: 'Down',
  maintenance: 'Maintenance',
  unknown: 'Unknown',
};

/** Why a state is unknown. */
export const reasons: Readonly<Record<Reason, string>> = {
  'not-configured': 'no source is set up',
  unreachable: 'the source cannot be reached',
  timeout: 'the source does not answer in time',
  unauthorised: 'the source refuses us',
  'rate-limited': 'the source asks us to slow down',
  parse: 'the answer cannot be read',
  'rule-missing': 'the source does not know this rule',
  'rule-unhealthy': 'the rule is not being evaluated',
  'no-series': 'the data behind it are gone',
  partial: 'the source answered only in part',
  'watchdog-missing': 'the Watchdog alert does not arrive',
  stale: 'the last observation is too old',
  'never-seen': 'nothing has been observed yet',
  'gateway-lost': 'this page has lost its server',
};

export const because = (word: string, reason: string): string => `${word}: ${reason}`;
export const waits: string = 'a condition holds and waits to fire';
export const counts = {
  firing: (amount: number): string => `${amount} ${amount === 1 ? 'alert' : 'alerts'}`,
  silenced: (amount: number): string => `${amount} silenced`,
  inhibited: (amount: number): string => `${amount} inhibited`,
  pending: (amount: number): string => `${amount} pending`,
};
export const answered = (ms: number): string => `answered in ${ms} ms`;
export const certificate = (days: number): string => `certificate: ${days} d left`;
export const comma: string = ', ';
export const lastKnown = (word: string, when: string, age: string): string => `last known: ${word} at ${when}, ${age}`;
