import type {Alert} from '../../catalog/model.ts';
import {trustOf} from '../../runbook/evidence/trust.ts';
import {find, lack} from '../finding.ts';
import type {Finding, Judge, Known, Look} from '../model.ts';
import {titleOf} from '../scope.ts';

/** Whether each alert has a runbook, and whether the runbook may be believed. */
export const runbooks: Judge = {
  improves: 'reference/evidence',
  look: (known, look) => {
    const alerts = alertsIn(known, look);
    if (alerts.length > 0) return alerts.map((alert) => ofAlert(known, alert, look.today));
    return [lack('runbooks', look.service === undefined ? known.catalog.site.organisation : titleOf(known, look.service.name))];
  },
  // What a page said on an earlier day is in its history, not in data/.
  remembers: () => false,
};

/** Alerts that ask somebody to do something. */
function alertsIn({catalog}: Known, {service}: Look): Alert[] {
  return [...catalog.alerts.values()].filter(
    ({urgency, services}) => urgency !== 'note' && (service === undefined || services.includes(service.name)),
  );
}

const states = {never: 'degraded', stale: 'degraded', adapted: 'degraded', changed: 'degraded', failed: 'down', proven: 'ok'} as const;

function ofAlert(known: Known, {name, urgency}: Alert, today: string): Finding {
  const found = {subject: {en: name, ja: name}, from: `alerts/${name}`};
  const {missing, covered, dead} = known.coverage;
  if (missing.some(({alert}) => alert === name))
    return find({state: urgency === 'page' ? 'down' : 'degraded', ...found}, (say) => say.runbooks.missing);
  const page = covered.find(({alert}) => alert === name)?.runbook;
  const runbook = known.runbooks.find((one) => one.page === page || one.alerts.includes(name));
  if (runbook === undefined || dead.some(({alert}) => alert === name))
    return find({state: 'degraded', ...found}, (say) => say.runbooks.dead);
  const uses = known.evidence.filter((use) => use.page === runbook.page && use.at.slice(0, 10) <= today);
  const trust = trustOf(uses, {...runbook.proof, urgency, now: Date.parse(today)});
  return find({state: states[trust.kind], ...found}, ({runbooks: say}) =>
    trust.kind === 'never' ? say.never : say[trust.kind](trust.at.slice(0, 10)),
  );
}
