/** What the incident lane says around a runbook. */
export const messages = {
  means: 'What it means',
  readingPage: 'Full page',
  home: 'Home',
  elsewhere: 'Elsewhere',
  /** The name of this language, in itself. */
  own: 'English',
  title: (alert: string, title: string) => `${alert}: ${title}`,
  image: 'Picture',
  startHere: 'Start here: the first steps without a runbook',
  list: 'All runbooks',
  missing: 'No page at this address',
  missingLead: 'It may have moved, or the link may be cut short.',
  lookup: 'Find the runbook of an alert',
  lookupLead: 'Type the name of the alert, an error text or a service.',
  find: 'Find a runbook',
  findHint: 'Alert, error text or service',
  noDirectory: 'The list of alerts could not be loaded. The links below still work.',
};
