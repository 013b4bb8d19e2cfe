/** What the offline file says around its runbooks. */
export const messages = {
  title: (site: string) => `${site}: all runbooks, offline`,
  built: (commit: string, date: string) => `Commit ${commit} of ${date}`,
  unknown: 'unknown',
  days: (days: number) => (days === 0 ? 'less than a day old' : days === 1 ? '1 day old' : `${days} days old`),
  old: (days: number) => `This copy is ${days} days old. Commands and contacts may have changed: fetch a new one as soon as you can.`,
  find: 'Find a runbook',
  hint: 'Alert, error text or service',
  none: 'Nothing found. Try another word, or begin with the first steps below.',
  count: (count: number) => (count === 1 ? '1 runbook' : `${count} runbooks`),
  all: 'All runbooks',
  noScript: 'This file finds, fills and shows runbooks by a script, and scripts are switched off here.',
  online: 'Online',
};
