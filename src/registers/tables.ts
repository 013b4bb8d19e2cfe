import type {Language} from '../catalog/contract.ts';
import type {ShownRegister} from './contract.ts';
import type {RegisterFacts} from './register-facts.ts';
import {agreement, charter, exceptions, history, tries} from './tables/agreements.ts';
import {manualSteps, operators, releases} from './tables/delivery.ts';
import {resilience, scenarios, spof} from './tables/failures.ts';
import {buyingTime, cost, loadTests, measures} from './tables/growth.ts';
import {dailyCheck, iac, maturity, platform, policies} from './tables/standards.ts';
import {drills, stores} from './tables/stores.ts';
import type {Sources, Table} from './tables/table.ts';
import {dashboards, providers, versions} from './tables/upkeep.ts';
import {debt, requests, roadmap, toil} from './tables/work.ts';

/** How each register of `data/registers` is shown. A new one needs its shape in `contract.ts`, and its columns here. */
const tables: Readonly<Record<ShownRegister, Table>> = {
  tries,
  exceptions,
  agreement,
  'buying-time': buyingTime,
  charter,
  cost,
  'daily-check': dailyCheck,
  dashboards,
  debt,
  drills,
  history,
  iac,
  'load-tests': loadTests,
  'manual-steps': manualSteps,
  maturity,
  measures,
  operators,
  platform,
  policies,
  providers,
  releases,
  requests,
  resilience,
  roadmap,
  scenarios,
  spof,
  stores,
  toil,
  versions,
};

interface Options {
  readonly language: Language;
  readonly asOf: string | undefined;
}

/** What every register shows, by its name. */
export function registerFacts(sources: Sources, {language, asOf}: Options): Readonly<Record<ShownRegister, RegisterFacts>> {
  const facts = Object.entries(tables).map(([name, draw]) => [name, {...draw(sources, language), asOf}]);
  // Each name has the rows of its own table.
  return Object.fromEntries(facts) as Record<ShownRegister, RegisterFacts>;
}
