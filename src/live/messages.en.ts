import type {Reason, State} from './state.ts';

/** The words of live state. */
export const messages = {
  states: {
    ok: 'OK',
    degraded: 'Degraded',
    firing: 'Firing',
    down: 'Down',
    maintenance: 'Maintenance',
    unknown: 'Unknown',
  } as Readonly<Record<State, string>>,
  /** Why a state is unknown. */
  reasons: {
    'not-configured': 'it is not set up',
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
  } as Readonly<Record<Reason, string>>,
  because: (word: string, reason: string): string => `${word}: ${reason}`,
  waits: 'a condition holds and waits to fire' as string,
  counts: {
    firing: (amount: number): string => `${amount} ${amount === 1 ? 'alert' : 'alerts'}`,
    silenced: (amount: number): string => `${amount} silenced`,
    inhibited: (amount: number): string => `${amount} inhibited`,
    pending: (amount: number): string => `${amount} pending`,
  },
  answered: (ms: number): string => `answered in ${ms} ms`,
  certificate: (days: number): string => `certificate: ${days} d left`,
  comma: ', ' as string,
  /** Days, hours, minutes, seconds. */
  units: [' d', ' h', ' min', ' s'],
  between: ' ' as string,
  ago: (length: string): string => `${length} ago`,
  alsoUtc: (local: string, utc: string): string => `${local} (${utc} UTC)`,
  locale: 'en-GB' as string,
  lastKnown: (word: string, when: string, age: string): string => `last known: ${word} at ${when}, ${age}`,
};
