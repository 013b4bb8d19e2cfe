import type {OpenSlo} from '../../catalog/contract.ts';
import {budgetFacts} from '../../live/facts.ts';
import {sayShare} from '../../live/figures.ts';
import {both} from '../both.ts';
import {find, lack} from '../finding.ts';
import type {Finding, Judge, Known} from '../model.ts';
import {servicesIn, titleOf} from '../scope.ts';

/** What services promise. A build cannot know whether they keep it: that is live. */
export const slo: Judge = {
  improves: 'guidelines/slo#how-we-know',
  look: (known, look) => servicesIn(known, look).flatMap(({name}) => ofService(known, name)),
  // Whether a promise was kept last month is a question to Prometheus, not to data/.
  remembers: () => false,
  live: (known, look) =>
    servicesIn(known, look).flatMap(({name}) =>
      objectivesOf(known, name).map((objective) => ({
        id: `slo:${objective.metadata.name}`,
        title: both((_, language) => budgetFacts(objective, {catalog: known.catalog, language}).title),
      })),
    ),
};

function ofService(known: Known, service: string): Finding[] {
  const own = objectivesOf(known, service);
  if (own.length === 0) return [lack('slo', titleOf(known, service))];
  return own.map((objective) =>
    find({state: 'unknown', from: `slos/${objective.metadata.name}`}, (say, language) => {
      const {title, target, window} = budgetFacts(objective, {catalog: known.catalog, language});
      return say.slo.live(title, target === undefined ? undefined : sayShare(target, language, 4), window);
    }),
  );
}

function objectivesOf({catalog}: Known, service: string): readonly OpenSlo[] {
  return [...catalog.slos.values()].filter(({spec}) => spec.service === service);
}
