import {join} from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';
import type {Language} from '../catalog/contract.ts';
import {readCatalog} from '../catalog/read-catalog.server.ts';
import type {HomeFacts} from '../home/facts.ts';
import {doors, readHome} from '../home/read-home.server.ts';
import {docsFolder, readRunbooks} from '../runbook/read-runbooks.server.ts';
import {runbookFacts, type RunbookFacts} from '../runbook/facts.ts';
import {serviceFacts, type AlertFacts, type ServiceFacts} from '../live/facts.ts';

interface Content {
  readonly runbooks: readonly RunbookFacts[];
  readonly services: readonly ServiceFacts[];
  readonly alerts: readonly string[];
  readonly home: HomeFacts;
  readonly brand: string;
  /** Titles of the teams by their name: the only facts that every page carries, because every page has an owner. */
  readonly teams: Readonly<Record<string, string>>;
}

/**
 * Brings `data/` into the site. Each thing becomes one small JSON file that only the pages which speak of it import, so the bundler knows
 * what a change of `data/` touches, and no page carries the facts of another.
 */
export function handbook({siteDir, baseUrl, i18n, generatedFilesDir}: LoadContext): Plugin {
  const language = i18n.currentLocale as Language;
  const defaultLanguage = i18n.defaultLocale as Language;
  const folder = docsFolder(language, defaultLanguage);
  return {
    name: 'handbook',
    getPathsToWatch: () => [
      'data/**/*.{yml,yaml}',
      `${folder}/runbooks/*.{md,mdx}`,
      ...Object.values(doors).map((file) => `${folder}/${file}`),
    ],
    getClientModules: () => [join(generatedFilesDir, 'handbook/default/brand.css')],
    loadContent(): Content {
      const catalog = readCatalog(siteDir);
      const runbooks = readRunbooks(siteDir, {language, defaultLanguage}).map(({slug, frontMatter}) =>
        runbookFacts(slug, frontMatter, {catalog, language}),
      );
      return {
        runbooks,
        home: readHome({catalog, runbooks, language, folder: join(siteDir, folder)}),
        brand: catalog.site.brand,
        teams: Object.fromEntries([...catalog.teams.values()].map(({name, title}) => [name, title[language]])),
        alerts: [...catalog.alerts.keys()],
        services: [...catalog.services.values()].map((service) => serviceFacts(service, {catalog, language})),
      };
    },
    configureWebpack() {
      // In development each language has a server of its own behind one origin; each finds its reload socket below its own path.
      const pathname = `${baseUrl}ws`;
      return {devServer: {webSocketServer: {type: 'ws', options: {path: pathname}}, client: {webSocketURL: {pathname}}}} as ReturnType<
        NonNullable<Plugin['configureWebpack']>
      >;
    },
    async contentLoaded({content, actions: {createData, setGlobalData}}) {
      const {runbooks, services, alerts, home, brand, teams} = content as Content;
      setGlobalData({teams});
      await Promise.all([
        ...services.map((service) => createData(`services/${service.name}.json`, service)),
        ...alerts.map((name) => createData(`alerts/${name}.json`, {alerts: [{name}]} satisfies AlertFacts)),
        ...runbooks.map((runbook) => createData(`${runbook.slug}.json`, runbook)),
        createData('runbooks.json', runbooks),
        createData('home.json', home),
        createData('brand.css', `:root { --brand: ${brand}; }\n`),
      ]);
    },
  };
}
