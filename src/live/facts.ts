import {milliseconds} from '../catalog/duration.ts';
import {sayLength} from './times.ts';
import type {Language, OpenSlo, Urgency} from '../catalog/contract.ts';
import type {Provider} from '../catalog/live-contract.ts';
import type {Catalog, Service, Team} from '../catalog/model.ts';
import type {NamedQuery} from '../catalog/queries.ts';

/** Where a reader may look at a source, by its kind: only what `console` in `data/live.yaml` says. */
export type Consoles = Readonly<Record<string, string>>;

interface In {
  readonly catalog: Catalog;
  readonly language: Language;
}

/** Where readers may look at the sources; undefined where no source names such an address. */
export function consoles({live}: Catalog): Consoles | undefined {
  const named = live.sources.flatMap(({kind, console}) => (console === undefined ? [] : [[kind, console] as const]));
  return named.length === 0 ? undefined : Object.fromEntries(named);
}

/** What pages say about a service besides its state, in one language. */
export interface ServiceFacts {
  readonly name: string;
  readonly title: string;
  readonly description: string | undefined;
  /** Title of the team that owns it. */
  readonly owner: string;
  readonly consoles?: Consoles | undefined;
}

export function serviceFacts(service: Service, {catalog, language}: In): ServiceFacts {
  return {
    name: service.name,
    title: service.title[language],
    description: service.description?.[language],
    owner: catalog.teams.get(service.owner)?.title[language] ?? service.owner,
    consoles: consoles(catalog),
  };
}

/** The alerts that a list of firing alerts is about; without `alerts`, every one. */
export interface AlertFacts {
  readonly alerts?: readonly {readonly name: string}[];
  readonly consoles?: Consoles | undefined;
}

/** What an objective promises. */
export interface BudgetFacts {
  readonly name: string;
  readonly title: string;
  /** From 0 to 1; undefined for an objective that sets none. */
  readonly target: number | undefined;
  /** Its length in words, or as it is declared where that is no fixed length. */
  readonly window: string;
  readonly consoles?: Consoles | undefined;
}

export function budgetFacts({metadata, spec}: OpenSlo, {catalog, language}: In): BudgetFacts {
  const title = metadata.displayName ?? metadata.name;
  const declared = spec.timeWindow[0]?.duration ?? '';
  const length = milliseconds(declared);
  return {
    name: metadata.name,
    title: language === 'ja' ? (metadata.annotations?.['handbook/title-ja'] ?? title) : title,
    target: spec.objectives[0]?.target,
    window: length > 0 ? sayLength(length, language) : declared,
    consoles: consoles(catalog),
  };
}

/** What a figure is. */
export interface QueryFacts {
  readonly name: string;
  readonly title: string;
  readonly unit: string;
  /** Whether `data/live.yaml` says which figures are bad. Without that the figure has no state of its own. */
  readonly judged: boolean;
  readonly consoles?: Consoles | undefined;
}

export function queryFacts({name, query}: NamedQuery, {catalog, language}: In): QueryFacts {
  const values = name.split(':').slice(1).join(', ');
  const title = query.title[language];
  return {
    name,
    title: values === '' ? title : language === 'ja' ? `${title}（${values}）` : `${title} (${values})`,
    unit: query.unit ?? '',
    judged: query.degraded !== undefined || query.down !== undefined,
    consoles: 'expr' in query ? consoles(catalog) : undefined,
  };
}

/** Somebody else's system. */
export interface ProviderFacts {
  readonly name: string;
  readonly title: string;
  /** The provider's own page. */
  readonly link: string | undefined;
  /** Our own probe of it. */
  readonly probe: string | undefined;
  /** Titles of the services that stop when it stops. */
  readonly usedBy: readonly string[];
}

export function providerFacts({name, title, link, probe, usedBy}: Provider, {catalog, language}: In): ProviderFacts {
  return {
    name,
    title: title[language],
    link,
    probe,
    usedBy: usedBy.map((service) => catalog.services.get(service)?.title[language] ?? service),
  };
}

/** A team that has a calendar, and how to reach it: a channel, never a number. */
export interface OnCallFacts {
  readonly team: string;
  readonly title: string;
  readonly channel: string | undefined;
}

export function onCallFacts({name, title, channel}: Team, language: Language): OnCallFacts {
  return {team: name, title: title[language], channel};
}

/** What `/oncall` knows without a server. */
export interface OnCallPageFacts {
  readonly teams: readonly OnCallFacts[];
  /** Severity label → what it asks of a person. */
  readonly severities: Readonly<Record<string, Urgency>>;
  /** Titles of the services, by name. */
  readonly services: Readonly<Record<string, string>>;
  /** Services of the alerts that speak of any, by the alert's name. */
  readonly about: Readonly<Record<string, readonly string[]>>;
  /** The runbooks of alerts that wake somebody, for a page without a script. */
  readonly runbooks: readonly {readonly slug: string; readonly title: string; readonly alert: string}[];
  readonly consoles?: Consoles | undefined;
}

/** One service on `/status`. */
export interface WatchedService extends ServiceFacts {
  /** Names of the probes that ask it. */
  readonly probes: readonly string[];
  /** Titles of what it depends on. */
  readonly needs: readonly string[];
}

/** What `/status` knows without a server. */
export interface StatusPageFacts {
  /** Services by system; those without one come last, under no title. */
  readonly systems: readonly {readonly title: string | undefined; readonly services: readonly WatchedService[]}[];
  readonly providers: readonly ProviderFacts[];
  readonly budgets: readonly BudgetFacts[];
}
