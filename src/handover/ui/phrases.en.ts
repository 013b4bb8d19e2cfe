/** What the words of handover say. */
export const phrases = {
  service: 'Service',
  role: 'Role',
  tasks: {release: 'Release', undo: 'Undo', runbook: 'Runbook'},
  standing: {
    enough: (roles: readonly string[]) => `${roles.length} roles can operate it`,
    thin: (roles: readonly string[]) => `${roles.length} roles can operate it, but its team lists fewer than two`,
    one: (roles: readonly string[]) => `One role only: ${roles.join(', ')}`,
    none: () => 'Nobody did all three',
    unknown: () => 'Unknown: nothing was written down',
  },
  asOf: (day: string) => `As of ${day}. The last day of each task in the year before; a role that did all three can operate the service.`,
  never: 'no record',
  due: {
    none: 'No exercise yet. The first one is due now.',
    ahead: (day: string) => `The next exercise is due by ${day}.`,
    over: (day: string) => `Overdue: the next exercise was due by ${day}.`,
  },
  turn: {
    first: (team: string) => `Next is the team ${team}, which never had a turn.`,
    again: (team: string, day: string) => `Next is the team ${team}, whose last turn was on ${day}.`,
  },
  day: 'Day',
  task: 'Task',
  by: 'Done by',
  outcome: 'Outcome',
  outcomes: {
    finished: (minutes: number) => `Finished in ${minutes} min`,
    stopped: (minutes: number) => `Not finished in ${minutes} min`,
  },
  questions: 'Questions that no page answered',
  noQuestions: 'none',
  answered: (day: string) => `answered on ${day}`,
  open: 'no page answers it yet',
  copy: (owner: string) => `Copy the note of ${owner}`,
  copied: 'Copied.',
  notCopied: 'The browser refused. Select the text and copy it.',
};
