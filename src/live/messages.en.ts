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
