import type {Run} from './trust.ts';

/** The words of trust. */
export const messages = {
  never: 'Not proven yet: no drill or use is on record',
  talkedThrough: (day: string): string => `Not proven yet: only talked through on ${day}`,
  on: {
    incident: (day) => `in an incident on ${day}`,
    drill: (day) => `in a drill on ${day}`,
    'game-day': (day) => `on a game day, ${day}`,
  } as Readonly<Record<Run, (day: string) => string>>,
  proven: (use: string): string => `Proven ${use}`,
  stale: (use: string): string => `Proven, but long ago: ${use}`,
  adapted: (use: string): string => `Worked ${use}, but not as it is written here`,
  changed: (use: string, what: string): string => `Changed since it worked ${use}: ${what}`,
  failed: (use: string): string => `Failed when last used, ${use}`,
  changedSince: (what: string): string => `Changed since: ${what}`,
  parts: {steps: 'its steps', alert: 'its alert rule'},
  and: ' and ' as string,
  /** Between two statements of one line. */
  next: '. ' as string,
};
