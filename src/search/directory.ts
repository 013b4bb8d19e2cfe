import type {Language, Urgency} from '../catalog/contract.ts';
import type {Catalog} from '../catalog/model.ts';
import type {RunbookFacts} from '../runbook/facts.ts';
import {findable, type Findable} from './findable.ts';

/** What an alert without a runbook is answered from, in one language: the JSON below `/r/`. */
export interface Directory {
  readonly runbooks: readonly Findable[];
  /** Alerts that have a rule and no runbook. */
  readonly unwritten: readonly {readonly name: string; readonly services: readonly string[]; readonly urgency: Urgency}[];
  /** Names that lead nowhere any more, and what somebody who opens one should know. */
  readonly tombstones: readonly {readonly name: string; readonly reason: string}[];
  readonly teams: readonly DirectoryTeam[];
  /** Where the repository of this handbook is seen in a browser. */
  readonly repository: string;
}

export interface DirectoryTeam {
  readonly name: string;
  readonly channel: string | undefined;
  /** The services that it owns. */
  readonly services: readonly string[];
  /** Whether somebody of it is on call by a calendar. */
  readonly onCall: boolean;
}

interface Wares {
  readonly catalog: Pick<Catalog, 'alerts' | 'services' | 'teams' | 'live' | 'published' | 'site'>;
  readonly language: Language;
}

export function directory(runbooks: readonly RunbookFacts[], {catalog, language}: Wares): Directory {
  const written = new Set(runbooks.flatMap(({alerts}) => alerts.map(({name}) => name)));
  const onCall = new Set(catalog.live.oncall.map(({team}) => team));
  return {
    runbooks: runbooks.map(findable),
    unwritten: [...catalog.alerts.values()]
      .filter(({name}) => !written.has(name))
      .map(({name, services, urgency}) => ({name, services, urgency})),
    tombstones: catalog.published.tombstones.map(({name, reason}) => ({name, reason: reason[language]})),
    teams: [...catalog.teams.values()].map(({name, title, channel}) => ({
      name: title[language],
      channel,
      services: [...catalog.services.values()].filter(({owner}) => owner === name).map((service) => service.name),
      onCall: onCall.has(name),
    })),
    repository: catalog.site.repository,
  };
}
