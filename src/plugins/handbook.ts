import {existsSync, readdirSync} from 'node:fs';
import {join, sep} from 'node:path';
import type {LoadContext, Plugin} from '@docusaurus/types';
import {readExamples, readResult} from '../access-log/examples.server.ts';
import {queryResultFacts} from '../access-log/facts.ts';
import {clockOf} from '../catalog/clock.ts';
import type {Language} from '../catalog/contract.ts';
import {ownersOf} from '../catalog/owners.ts';
import {readCatalog} from '../catalog/read-catalog.server.ts';
import {glossaryFacts, termFacts} from '../glossary/facts.ts';
import {readGlossary} from '../glossary/read-glossary.server.ts';
import {absenceFacts, matrixFacts, notesFacts} from '../handover/facts.ts';
import {readOwnedPages} from '../handover/owned-pages.server.ts';
import {knownOf} from '../handover/read-known.server.ts';
import {healthFacts, serviceHealthFacts} from '../health/facts.ts';
import {healthOf} from '../health/read-health.server.ts';
import {doors, readHome} from '../home/read-home.server.ts';
import {alertCatalog} from '../inventory/alert-catalog.ts';
import {pageHealth} from '../inventory/page-health.ts';
import {readPages} from '../inventory/read-pages.server.ts';
import {serviceCatalog} from '../inventory/service-catalog.ts';
import {chainFacts} from '../measures/facts.ts';
import {postmortemFacts} from '../postmortem/facts.ts';
import {postmortemsFolder, readPostmortems} from '../postmortem/read-postmortems.server.ts';
import {practiceFacts} from '../practices/facts.ts';
import {pageTitles} from '../practices/page-titles.server.ts';
import {readPagesByPractice} from '../practices/read-pages.server.ts';
import {lapsesOf} from '../registers/lapses.ts';
import {readRegisters} from '../registers/read-registers.server.ts';
import {registerFacts} from '../registers/tables.ts';
import {boardPages, readBoardFacts} from '../retro/facts/read-board-facts.server.ts';
import {agendaFacts} from '../retro/timer/agenda-facts.ts';
import {recordsFolder, trendsOf} from '../retro/trends/read-trends.server.ts';
import {baseFolder, docsFolder, readRunbooks} from '../runbook/read-runbooks.server.ts';
import {readUsablePages} from '../runbook/evidence/pages.server.ts';
import {readEvidence} from '../runbook/evidence/read-evidence.server.ts';
import {trustedPages} from '../runbook/evidence/trusted-by.server.ts';
import {runbookFacts} from '../runbook/facts.ts';
import {budgetFacts, consoles, onCallFacts, providerFacts, queryFacts, serviceFacts} from '../live/facts.ts';
import {onCallPage, statusPage} from '../live/pages/gather-facts.ts';
import {named, type Named} from './named.ts';

interface Content {
  /** What each generated file holds, by its name. */
  readonly files: Readonly<Record<string, unknown>>;
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
  const folder = docsFolder(language);
  return {
    name: 'handbook',
    getPathsToWatch: () => [
      'data/**/*.{yml,yaml}',
      'examples/access-log/*.{yaml,sql,json}',
      ...[folder, docsFolder(defaultLanguage)].flatMap((pages) => [`${pages}/runbooks/*.{md,mdx}`, `${pages}/procedures/**/*.{md,mdx}`]),
      ...[...Object.values(doors), ...Object.values(boardPages)].map((file) => `${folder}/${file}`),
      ...[recordsFolder, postmortemsFolder].map((records) => `${baseFolder(siteDir, defaultLanguage)}/${records}/*.{md,mdx}`),
    ],
    getClientModules: () => [join(generatedFilesDir, 'handbook/default/brand.css')],
    loadContent(): Content {
      const catalog = readCatalog(siteDir);
      // What was used is the same in every language, and is read in the one that the others follow.
      const usable = readUsablePages(siteDir, defaultLanguage);
      const {today, present} = clockOf(catalog.site, new Date());
      const evidence = readEvidence(siteDir, {pages: new Set(usable.map(({page}) => page)), now: present.getTime()});
      const trusted = trustedPages({usable, evidence, catalog});
      const runbooks = readRunbooks(siteDir, language).map(({slug, frontMatter}) => {
        const facts = runbookFacts(slug, frontMatter, {catalog, language});
        return {...facts, ...trusted(slug, facts.urgency)};
      });
      const procedures = usable.flatMap(({page}) => (page.startsWith('procedures/') ? [[`${page}.json`, trusted(page)] as const] : []));
      const wares = {catalog, language};
      const links = consoles(catalog);
      const registers = readRegisters(siteDir, {
        pages: pagesOf(siteDir, [baseFolder(siteDir, defaultLanguage), folder]),
        catalog,
        today: present,
      });
      const measured = {
        measures: registers.measures.map(({value}) => value),
        releases: registers.releases.map(({value}) => value),
        today,
      };
      const pages = readOwnedPages(siteDir, {language, base: defaultLanguage});
      const known = knownOf({catalog, registers, evidence, usable, pages, now: new Date()});
      const health = healthOf(siteDir, {catalog, usable, evidence, registers});
      const terms = readGlossary(siteDir)?.value.terms ?? [];
      const calendars = catalog.live.oncall.flatMap(({team}) => catalog.teams.get(team) ?? []);
      const facts: Readonly<Record<Named, Iterable<readonly [name: string, facts: unknown]>>> = {
        service: [...catalog.services].map(([name, service]) => [name, serviceFacts(service, wares)]),
        alert: [...catalog.alerts.keys()].map((name) => [name, {alerts: [{name}], consoles: links}]),
        slo: [...catalog.slos].map(([name, slo]) => [name, budgetFacts(slo, wares)]),
        query: [...catalog.queries].map(([name, query]) => [name, queryFacts(query, wares)]),
        provider: catalog.live.providers.map((provider) => [provider.name, providerFacts(provider, wares)]),
        register: Object.entries(registerFacts({registers, evidence, catalog, today}, {language, asOf: catalog.site.as_of})),
        agenda: registers.agendas.map(({value}) => [value.id, agendaFacts(value, language)]),
        team: calendars.map((team) => [team.name, onCallFacts(team, language)]),
        term: terms.map((term) => [term.id, termFacts(term, language)]),
        health: serviceHealthFacts(health, language),
        answer: readExamples(siteDir).map((example) => {
          const {id} = example.query;
          return [id, queryResultFacts({...example, result: readResult(siteDir, id)}, language)];
        }),
      };
      return {
        brand: catalog.site.brand,
        teams: Object.fromEntries([...catalog.teams.values()].map(({name, title}) => [name, title[language]])),
        files: {
          ...named(
            facts,
            runbooks.flatMap(({alerts, aliases}) => [...alerts.map(({name}) => name), ...aliases]),
          ),
          ...Object.fromEntries(runbooks.map((runbook) => [`${runbook.slug}.json`, {...runbook, consoles: links}])),
          ...Object.fromEntries(procedures),
          'alerts.json': {consoles: links},
          'runbooks.json': runbooks,
          'home.json': readHome({catalog, runbooks, language, folder: join(siteDir, folder)}),
          'oncall.json': onCallPage(runbooks, wares),
          'status.json': statusPage(wares),
          'health.json': healthFacts(health, language),
          'glossary.json': glossaryFacts(terms, language),
          'service-catalog.json': serviceCatalog({catalog, stores: registers.stores.map(({value}) => value), runbooks}, language),
          'alert-catalog.json': alertCatalog({catalog, runbooks, asOf: catalog.site.as_of}, language),
          'page-health.json': pageHealth(
            {pages: readPages(siteDir, language, catalog.site.languages), teams: catalog.teams, asOf: catalog.site.as_of},
            language,
          ),
          'postmortems.json': postmortemFacts(
            {
              postmortems: readPostmortems(siteDir, baseFolder(siteDir, defaultLanguage)),
              services: catalog.services,
              asOf: catalog.site.as_of,
            },
            language,
          ),
          'practices.json': practiceFacts(
            registers.practices.map(({value}) => value),
            {
              language,
              titleOf: pageTitles(siteDir, [folder, baseFolder(siteDir, defaultLanguage)]),
              pagesOf: readPagesByPractice(siteDir, baseFolder(siteDir, defaultLanguage)),
              registers,
              evidence,
              lapses: lapsesOf(registers, {day: today, evidence}),
            },
          ),
          'measures.json': chainFacts(measured, language),
          'trends.json': trendsOf(siteDir, {
            folder: baseFolder(siteDir, defaultLanguage),
            catalog,
            registers,
            runbooks: runbooks.map(({slug, alerts, aliases}) => ({slug, aliases, alerts: alerts.map(({name}) => name)})),
            day: today,
          }),
          'bus-factor.json': matrixFacts(known, language),
          'absences.json': absenceFacts(known, language),
          'handover.json': notesFacts(known, language),
          'board.json': readBoardFacts(registers, {folder: join(siteDir, folder), owners: ownersOf(catalog)}),
        },
      };
    },
    configureWebpack(_config, isServer, {currentBundler: {instance: bundler}}) {
      // In development each language has a server of its own behind one origin; each finds its reload socket below its own path.
      const pathname = `${baseUrl}ws`;
      return {
        devServer: {webSocketServer: {type: 'ws', options: {path: pathname}}, client: {webSocketURL: {pathname}}},
        plugins: [oneLanguage(bundler, language)],
        ...(!isServer && {optimization: {splitChunks: {cacheGroups: {live: sharedLive}}}}),
      } as ReturnType<NonNullable<Plugin['configureWebpack']>>;
    },
    async contentLoaded({content, actions: {createData, setGlobalData}}) {
      const {files, brand, teams} = content as Content;
      setGlobalData({teams});
      await Promise.all([
        ...Object.entries(files).map(([name, facts]) => createData(name, facts as object)),
        createData('brand.css', `:root { --brand: ${brand}; }\n`),
      ]);
    },
  };
}

/**
 * Live words stand on pages of many kinds. Without this, each would bring a copy of its own; a word that hardly any page has stays with those
 * that do.
 */
const sharedLive = {
  name: 'live',
  // What comes on request, or with one page only, stays apart.
  test: /[\\/]src[\\/]live[\\/](?!pages[\\/]|evidence|words[\\/]later-)/,
  chunks: 'async',
  minChunks: 3,
  // Above the group of Docusaurus that gathers what half of all pages use, below the one of all styles.
  priority: 45,
  enforce: true,
};

/** Every page by its path below the site's root, as the registers name their records. */
function pagesOf(root: string, folders: readonly string[]): ReadonlySet<string> {
  const files = folders.filter((folder) => existsSync(join(root, folder))).flatMap((folder) => filesBelow(join(root, folder)));
  return new Set(files.flatMap((file) => (/\.mdx?$/.test(file) ? [file.replaceAll(sep, '/').replace(/\.mdx?$/, '')] : [])));
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, {recursive: true, encoding: 'utf8'});
}

type Bundler = Parameters<NonNullable<Plugin['configureWebpack']>>[2]['currentBundler']['instance'];

/** `phrases.en.ts`, `phrases.ja.ts`: a built page carries the words of its own language only. */
function oneLanguage(bundler: Bundler, language: Language): InstanceType<Bundler['NormalModuleReplacementPlugin']> {
  return new bundler.NormalModuleReplacementPlugin(/^\.\/(phrases|later-phrases|messages|evidence)\.[a-z]{2}\.ts$/, (resource) => {
    resource.request = resource.request.replace(/\.[a-z]{2}\.ts$/, `.${language}.ts`);
  });
}
