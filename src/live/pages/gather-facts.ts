import type {Language} from '../../catalog/contract.ts';
import type {Catalog, Service} from '../../catalog/model.ts';
import {parseRef} from '../../catalog/names.ts';
import {
  budgetFacts,
  consoles,
  onCallFacts,
  providerFacts,
  serviceFacts,
  type OnCallPageFacts,
  type StatusPageFacts,
  type WatchedService,
} from '../facts.ts';

interface In {
  readonly catalog: Catalog;
  readonly language: Language;
}

interface Runbook {
  readonly slug: string;
  readonly title: string;
  readonly alerts: readonly {readonly name: string; readonly urgency: string}[];
}

/** What the two pages of live state say without a server, in one language. */
export function onCallPage(runbooks: readonly Runbook[], {catalog, language}: In): OnCallPageFacts {
  const waking = runbooks.flatMap(({slug, title, alerts}) =>
    alerts.filter(({urgency}) => urgency === 'page').map(({name}) => ({slug, title, alert: name})),
  );
  return {
    teams: catalog.live.oncall.flatMap(({team}) => catalog.teams.get(team) ?? []).map((team) => onCallFacts(team, language)),
    severities: catalog.severities,
    services: Object.fromEntries([...catalog.services.values()].map(({name, title}) => [name, title[language]])),
    about: Object.fromEntries(
      [...catalog.alerts.values()].filter(({services}) => services.length > 0).map(({name, services}) => [name, services]),
    ),
    runbooks: waking.toSorted((a, b) => (a.alert < b.alert ? -1 : 1)),
    consoles: consoles(catalog),
  };
}

export function statusPage({catalog, language}: In): StatusPageFacts {
  const services = [...catalog.services.values()];
  const titles: [string | undefined, string | undefined][] = [...catalog.systems.values()].map(({name, title}) => [name, title[language]]);
  return {
    systems: [...titles, [undefined, undefined] as const]
      .map(([name, title]) => ({
        title,
        services: services.filter(({system}) => system === name).map((service) => watchedService(service, {catalog, language})),
      }))
      .filter((system) => system.services.length > 0),
    providers: catalog.live.providers.map((provider) => providerFacts(provider, {catalog, language})),
    budgets: [...catalog.slos.values()].map((slo) => budgetFacts(slo, {catalog, language})),
  };
}

function watchedService(service: Service, {catalog, language}: In): WatchedService {
  const titleOf = (ref: string): string => {
    const {kind, name} = parseRef(ref, 'component');
    return (kind === 'resource' ? catalog.resources : catalog.services).get(name)?.title[language] ?? name;
  };
  return {
    ...serviceFacts(service, {catalog, language}),
    probes: catalog.live.probes.filter((probe) => probe.service === service.name).map(({name}) => name),
    needs: service.dependsOn.map(titleOf),
  };
}
