import {sayShare} from '../figures.ts';
import type {StripSummary} from './history.ts';

/** What the two pages of live state say. */
export const phrases = {
  onCallTitle: 'Now',
  onCallDescription: 'What is firing now, each alert with its runbook, and whom to call.',
  statusTitle: 'Status',
  statusDescription: 'Services, their last 90 days, error budgets and the systems of others.',
  toStatus: 'Status of every service',
  cannotTell: 'Cannot tell what is firing',
  failing: 'What fails:',
  blind: (names: string) => `This list may not be whole. Nobody can vouch for ${names}.`,
  neverKnown: 'Since this page was opened nobody could vouch for the list of alerts.',
  lastList: 'This is the last list that was seen. It may be wrong by now.',
  doNow: 'Do this now',
  callNow: 'Reach whoever is on call. Do not wait for this page.',
  lookNow: 'Look at the source yourself, then take the alert’s runbook:',
  runbooks: 'Find a runbook by alert name',
  quiet: 'Nothing is firing',
  firing: (count: number) => `Firing now: ${count}`,
  notFiring: 'Nothing fires that is not silenced or held back',
  needsScript: 'What is firing needs this page’s script and the handbook’s server. Without them, look at your alert’s own message.',
  noService: 'No service',
  folded: {
    pending: (count: number) => `Waiting to fire: ${count}`,
    silenced: (count: number) => `Silenced: ${count}`,
    inhibited: (count: number) => `Held back by another alert: ${count}`,
  },
  whoIsOnCall: 'On call',
  noCalendar: 'No on-call calendar is set up. Reach the owner that the runbook names.',
  waking: 'Runbooks of alerts that wake somebody',
  dependsOn: (names: string) => `Depends on ${names}`,
  others: 'Other services',
  budgets: 'Error budgets',
  providers: 'Systems of others',
  noProviders: 'data/live.yaml names none.',
  legend: 'A bar is a day (UTC).',
  legendOk: 'answered',
  legendFailed: 'failed',
  legendMissing: 'not observed',
  statusNeedsScript: 'Live state and the last 90 days need this page’s script and the handbook’s server.',
  historyAsking: (probe: string) => `Probe ${probe}: last 90 days not known here`,
  historyLost: (probe: string) => `Probe ${probe}: the last 90 days are not known, because the server does not give them.`,
  history: (probe: string, {days, withFailures, notWhole, worst}: StripSummary) =>
    `Probe ${probe}, ${days} days: ${
      worst === undefined ? 'no failure seen' : `${withFailures} with failures, worst ${worst.day} (${sayShare(worst.share, 'en')} failed)`
    }${notWhole === 0 ? '' : `, ${notWhole} not fully observed`}`,
  day: 'Day (UTC)',
  failedShare: 'Failed',
  missingShare: 'Not observed',
  unknown: 'not known',
};
