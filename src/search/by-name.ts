import {fold} from './fold.ts';

interface Named {
  readonly alerts: readonly string[];
  readonly aliases: readonly string[];
}

/** Where the name of an alert leads. */
export interface Found<Runbook extends Named> {
  readonly runbook: Runbook;
  /** The alert as it is spelt now; an old name stays itself when the runbook has no alert any more. */
  readonly alert: string;
  /** Whether it was asked for by an old name. */
  readonly isOldName: boolean;
}

/** Finds the runbook of an alert by its name or an old one, in any case and width of letters. A name in use wins over an old name. */
export function byName<Runbook extends Named>(runbooks: readonly Runbook[]): (name: string) => Found<Runbook> | undefined {
  const found = new Map<string, Found<Runbook>>();
  for (const runbook of runbooks) {
    for (const alias of runbook.aliases) found.set(fold(alias), {runbook, alert: runbook.alerts[0] ?? alias, isOldName: true});
  }
  for (const runbook of runbooks) {
    for (const alert of runbook.alerts) found.set(fold(alert), {runbook, alert, isOldName: false});
  }
  return (name) => found.get(fold(name.trim()));
}
