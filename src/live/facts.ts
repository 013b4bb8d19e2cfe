import type {Language} from '../catalog/contract.ts';
import type {Catalog, Service} from '../catalog/model.ts';

/** What pages say about a service besides its state, in one language. */
export interface ServiceFacts {
  readonly name: string;
  readonly title: string;
  readonly description: string | undefined;
  /** Title of the team that owns it. */
  readonly owner: string;
}

export function serviceFacts(service: Service, {catalog, language}: {catalog: Catalog; language: Language}): ServiceFacts {
  return {
    name: service.name,
    title: service.title[language],
    description: service.description?.[language],
    owner: catalog.teams.get(service.owner)?.title[language] ?? service.owner,
  };
}

/** The alerts that a list of firing alerts is about. */
export interface AlertFacts {
  readonly alerts: readonly {readonly name: string}[];
}
