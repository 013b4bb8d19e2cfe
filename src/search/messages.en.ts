import type {Urgency} from '../catalog/contract.ts';

/** What is said around a name that was looked for. */
export const messages = {
  oldName: (name: string) => `old name: ${name}`,
  similarName: (name: string) => `similar: ${name}`,
  onlySimilar: 'No runbook has these words. These are spelt nearly so:',
  without: 'What to do without a runbook',
  elsewhere: 'For anything else:',
  glossary: 'Glossary',
  guidelines: 'Guidelines',

  title: (name: string) => (name === '' ? 'Which alert?' : `No runbook for ${name}`),
  withdrawn: (name: string) => `The runbook of ${name} was withdrawn`,
  known: {
    page: 'The alert is set up here and wakes somebody; its page is not written yet.',
    ticket: 'The alert is set up here and waits for the working day; its page is not written yet.',
    note: 'The alert is set up here for information; its page is not written yet.',
  } as Readonly<Record<Urgency, string>>,
  unknown: 'Neither a runbook nor a rule of this handbook has this name.',
  near: 'Similar names',
  component: 'Same component',
  triage: 'Start here: the first steps without a runbook',
  call: 'Who to call',
  list: 'All runbooks',
  issue: 'Report the missing runbook',
  issueHolds: 'Opens a filled-in issue: the name of the alert and the names of its labels, never their values.',

  issueTitle: (name: string) => `Missing runbook: ${name}`,
  issueOpened: (name: string) => `The alert \`${name}\` was opened, and no runbook answered.`,
  issueRule: 'This handbook has a rule for it.',
  issueLabels: (labels: string) => `Labels that came with it (names only): ${labels}`,
  issueNear: (names: string) => `Similar names that were offered: ${names}`,
  issueWrite: (command: string) => `To begin the page: \`${command}\``,
};
