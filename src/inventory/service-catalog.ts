import type {Language} from '../catalog/contract.ts';
import type {Catalog} from '../catalog/model.ts';
import {parseRef} from '../catalog/names.ts';
import type {LinkCell, RegisterFacts} from '../registers/register-facts.ts';
import type {EntryOf} from '../registers/model.ts';
import type {RunbookFacts} from '../runbook/facts.ts';

interface Sources {
  readonly catalog: Pick<Catalog, 'services' | 'teams' | 'slos'>;
  readonly stores: readonly EntryOf<'stores'>[];
  readonly runbooks: readonly Pick<RunbookFacts, 'slug' | 'alerts' | 'services'>[];
}

/** A row for each service of `data/catalog`. What nobody has written down is a dash, so that the gap is seen. */
export function serviceCatalog({catalog, stores, runbooks}: Sources, language: Language): RegisterFacts {
  const title = titles[language];
  const between = language === 'ja' ? '、' : ', ';
  return {
    columns: [
      {id: 'service', kind: 'text', title: title.service},
      {id: 'level', kind: 'name', title: title.level},
      {id: 'owner', kind: 'text', title: title.owner},
      {id: 'slo', kind: 'text', title: title.slo},
      {id: 'runbooks', kind: 'name', title: title.runbooks},
      {id: 'stores', kind: 'name', title: title.stores},
      {id: 'needs', kind: 'text', title: title.needs},
    ],
    rows: [...catalog.services.values()].map((service) => {
      const slos = [...catalog.slos.values()].filter(({spec}) => spec.service === service.name);
      const links = runbooks.filter((runbook) => runbook.services.some(({name}) => name === service.name)).map(linkOf);
      const needed = service.dependsOn.map((ref) => parseRef(ref, 'component').name);
      const held = stores.filter(({store}) => needed.includes(store));
      return {
        id: service.name,
        cells: {
          service: service.title[language],
          level: service.level ?? none,
          owner: catalog.teams.get(service.owner)?.title[language] ?? service.owner,
          slo: slos.length === 0 ? none : slos.map((slo) => sayTarget(slo, language)).join(between),
          runbooks: links.length === 0 ? none : {links},
          stores: held.length === 0 ? none : {links: held.map(restoring)},
          needs: needed.filter((name) => !held.some(({store}) => store === name)).join(between),
        },
      };
    }),
  };
}

const none = '–';

const titles: Readonly<
  Record<Language, Readonly<Record<'service' | 'level' | 'owner' | 'slo' | 'runbooks' | 'stores' | 'needs', string>>>
> = {
  en: {service: 'Service', level: 'Level', owner: 'Owner', slo: 'SLO', runbooks: 'Runbooks', stores: 'Stores', needs: 'Also depends on'},
  ja: {
    service: 'サービス',
    level: 'レベル',
    owner: '持ち主',
    slo: 'SLO',
    runbooks: 'ランブック',
    stores: 'データストア',
    needs: 'ほかの依存先',
  },
};

function linkOf({slug}: Pick<RunbookFacts, 'slug'>): LinkCell {
  return {text: slug.replace(/^.*\//, ''), to: `/${slug}`};
}

/** To how it is restored, or to what is asked of such a page where there is none. */
function restoring({store, procedure = 'guidelines/backup-recovery'}: EntryOf<'stores'>): LinkCell {
  return {text: store, to: `/${procedure}`};
}

type Slo = Catalog['slos'] extends ReadonlyMap<string, infer S> ? S : never;

/** `Availability 99.9 % (30d)`; an objective without a target has a name only. */
function sayTarget({metadata, spec}: Slo, language: Language): string {
  const title = (language === 'ja' ? metadata.annotations?.['handbook/title-ja'] : metadata.displayName) ?? metadata.name;
  const target = spec.objectives[0]?.target;
  const share = target === undefined ? '' : ` ${Number((target * 100).toFixed(4))}${language === 'ja' ? '%' : ' %'}`;
  const [window] = spec.timeWindow;
  return `${title}${share}${window === undefined ? '' : ` / ${window.duration}`}`;
}
