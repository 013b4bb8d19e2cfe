import * as z from 'zod';
import {Entity, OpenSlo, PrometheusRule, RuleFile, Severity, Site} from '../catalog/contract.ts';
import {LiveConfig} from '../catalog/live-contract.ts';
import {PublishedAlerts} from '../catalog/published.ts';
import {Glossary} from '../glossary/contract.ts';
import {Baseline} from '../lint/baseline/contract.ts';
import {FrontMatter} from '../page/contract.ts';
import {Agenda, registers} from '../registers/contract.ts';
import {EvidenceRecord} from '../runbook/evidence/contract.ts';

/** One kind of file that people write, and what it may hold. */
export interface Schema {
  /** `schemas/<name>.schema.json` */
  readonly name: string;
  readonly title: string;
  /** Which files it is for, as globs below the root; none when an editor cannot be told, as with the head of a page. */
  readonly files: readonly string[];
  readonly shape: z.ZodType;
}

export const schemas: readonly Schema[] = [
  {name: 'site', title: 'The handbook itself', files: ['data/site.yaml'], shape: Site},
  {name: 'severity', title: 'What each severity asks of a person', files: ['data/severity.yaml'], shape: Severity},
  {name: 'live', title: 'Sources of live status', files: ['data/live.yaml'], shape: LiveConfig},
  {name: 'catalog', title: 'Teams, services and resources', files: ['data/catalog/**/*.yaml'], shape: Entity},
  {name: 'alerts', title: 'Rules of Prometheus', files: ['data/alerts/*.yaml'], shape: z.union([RuleFile, PrometheusRule])},
  {name: 'slo', title: 'A service level objective', files: ['data/slos/**/*.yaml'], shape: OpenSlo},
  {
    name: 'published-alerts',
    title: 'Addresses that alerts in the world link to',
    files: ['data/published-alerts.yaml'],
    shape: PublishedAlerts,
  },
  {name: 'evidence', title: 'One use of a page', files: ['data/evidence/*.yaml'], shape: EvidenceRecord},
  {name: 'tries', title: 'What retrospectives agreed to try', files: ['data/registers/tries.yaml'], shape: registers.tries},
  {
    name: 'exceptions',
    title: 'Where a rule of the team does not hold',
    files: ['data/registers/exceptions.yaml'],
    shape: registers.exceptions,
  },
  {name: 'agreement', title: 'How we work together', files: ['data/registers/agreement.yaml'], shape: registers.agreement},
  {
    name: 'buying-time',
    title: 'Bigger machines in place of repairs',
    files: ['data/registers/buying-time.yaml'],
    shape: registers['buying-time'],
  },
  {name: 'charter', title: 'The seats of the team', files: ['data/registers/charter.yaml'], shape: registers.charter},
  {name: 'cost', title: 'What services cost', files: ['data/registers/cost.yaml'], shape: registers.cost},
  {name: 'daily-check', title: 'Ticks of the daily check', files: ['data/registers/daily-check.yaml'], shape: registers['daily-check']},
  {name: 'dashboards', title: 'Dashboards and their questions', files: ['data/registers/dashboards.yaml'], shape: registers.dashboards},
  {name: 'debt', title: 'What is important and never urgent', files: ['data/registers/debt.yaml'], shape: registers.debt},
  {name: 'history', title: 'How the team came about', files: ['data/registers/history.yaml'], shape: registers.history},
  {name: 'iac', title: 'How much is written as code', files: ['data/registers/iac.yaml'], shape: registers.iac},
  {name: 'load-tests', title: 'Load tests', files: ['data/registers/load-tests.yaml'], shape: registers['load-tests']},
  {
    name: 'manual-steps',
    title: 'What is still done by hand',
    files: ['data/registers/manual-steps.yaml'],
    shape: registers['manual-steps'],
  },
  {name: 'maturity', title: 'The self-assessment', files: ['data/registers/maturity.yaml'], shape: registers.maturity},
  {name: 'measures', title: 'Figures of the growth chain', files: ['data/registers/measures.yaml'], shape: registers.measures},
  {name: 'operators', title: 'Who can operate what', files: ['data/registers/operators.yaml'], shape: registers.operators},
  {name: 'platform', title: 'What is built once for all', files: ['data/registers/platform.yaml'], shape: registers.platform},
  {name: 'policies', title: 'The security baseline', files: ['data/registers/policies.yaml'], shape: registers.policies},
  {name: 'practices', title: 'The practices of both articles', files: ['data/registers/practices.yaml'], shape: registers.practices},
  {name: 'providers', title: 'Other people’s systems', files: ['data/registers/providers.yaml'], shape: registers.providers},
  {name: 'releases', title: 'Releases', files: ['data/registers/releases.yaml'], shape: registers.releases},
  {name: 'requests', title: 'What other teams ask for', files: ['data/registers/requests.yaml'], shape: registers.requests},
  {name: 'resilience', title: 'What survives the loss of a piece', files: ['data/registers/resilience.yaml'], shape: registers.resilience},
  {name: 'roadmap', title: 'What is planned', files: ['data/registers/roadmap.yaml'], shape: registers.roadmap},
  {name: 'scenarios', title: 'Disasters', files: ['data/registers/scenarios.yaml'], shape: registers.scenarios},
  {name: 'spof', title: 'Single points of failure', files: ['data/registers/spof.yaml'], shape: registers.spof},
  {name: 'stores', title: 'Where data lives, and how it comes back', files: ['data/registers/stores.yaml'], shape: registers.stores},
  {name: 'toil', title: 'Where the hours went', files: ['data/registers/toil.yaml'], shape: registers.toil},
  {name: 'versions', title: 'What runs on which version', files: ['data/registers/versions.yaml'], shape: registers.versions},
  {name: 'agenda', title: 'The time boxes of a meeting', files: ['data/agendas/*.yaml'], shape: Agenda},
  {name: 'glossary', title: 'Words of the handbook', files: ['data/glossary.yaml'], shape: Glossary},
  {name: 'lint-baseline', title: 'Findings that are let through', files: ['lint-baseline.yaml'], shape: Baseline},
  {name: 'page', title: 'The head of a page', files: [], shape: FrontMatter},
];
