import type {PageFact, RuleFact} from '../../../src/runbook/coverage/contract.ts';

export function rule(alert: string, more: Partial<RuleFact> = {}): RuleFact {
  return {alert, severity: 'warning', expr: 'up == 0', url: undefined, place: {file: 'rules.yaml', line: 1, column: 1}, ...more};
}

/** A page as it stands in a tree whose files are named after their alerts. */
export function page(alert: string, more: Partial<PageFact> = {}): PageFact {
  const name = alert.toLowerCase();
  return {runbook: name, file: `${alert}.md`, path: name, alerts: [alert], aliases: [], text: '', ...more};
}
