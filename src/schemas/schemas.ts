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
  {name: 'agenda', title: 'The time boxes of a meeting', files: ['data/agendas/*.yaml'], shape: Agenda},
  {name: 'glossary', title: 'Words of the handbook', files: ['data/glossary.yaml'], shape: Glossary},
  {name: 'lint-baseline', title: 'Findings that are let through', files: ['lint-baseline.yaml'], shape: Baseline},
  {name: 'page', title: 'The head of a page', files: [], shape: FrontMatter},
];
