import {readCatalog} from '../../src/catalog/read-catalog.server.ts';
import type {Aspect, Cell, HealthReport, Known} from '../../src/health/model.ts';
import {healthReport} from '../../src/health/report.ts';
import {findCoverage} from '../../src/runbook/coverage/find-coverage.ts';
import {ownRules, readOwnPages} from '../../src/runbook/coverage/read-own.server.ts';
import {proofOf, readUsablePages} from '../../src/runbook/evidence/pages.server.ts';
import {readEvidence} from '../../src/runbook/evidence/read-evidence.server.ts';
import {brokenData, registersOf, sampleDay, sampleRoot, type Broken} from './registers.ts';

/** Read once: what tests of health change is never a page, and seldom the catalog. */
let shared: Shared | undefined;
type Shared = Pick<Known, 'catalog' | 'coverage' | 'runbooks'>;

/** What is known of a folder with `data/`, with the pages of this repository and, unless it is said to be another, its catalog. */
export function knownOf(root: string, {ownCatalog = false} = {}): Known {
  const whole = (shared ??= read());
  const pages = new Set(readUsablePages('.', 'en').map(({page}) => page));
  return {
    ...whole,
    ...(ownCatalog && {catalog: readCatalog(root)}),
    registers: registersOf(root),
    evidence: readEvidence(root, {pages}),
  };
}

function read(): Shared {
  const catalog = readCatalog('.');
  const runbooks = readUsablePages('.', 'en').filter(({alerts}) => alerts.length > 0);
  return {
    catalog,
    coverage: findCoverage(ownRules(catalog), readOwnPages('.')),
    runbooks: runbooks.map((page) => ({
      page: page.page,
      alerts: [...page.alerts, ...page.aliases],
      proof: proofOf(page, catalog),
    })),
  };
}

let sample: Known | undefined;

/** The health of the sample after these edits. */
export function healthAfter(edits: readonly Broken[] = [], day = sampleDay): HealthReport {
  if (edits.length === 0) return healthReport((sample ??= knownOf(sampleRoot())), day);
  return healthReport(knownOf(brokenData(edits), {ownCatalog: edits.some(({file}) => file.startsWith('catalog/'))}), day);
}

/** One cell of a report; the organisation without a service. */
export function cellIn({organisation, services}: HealthReport, aspect: Aspect, service?: string): Cell {
  const patient = service === undefined ? organisation : services.find(({name}) => name === service);
  const cell = patient?.cells.find((one) => one.aspect === aspect);
  if (cell === undefined) throw new Error(`the report has no ${aspect} of ${service ?? 'the organisation'}`);
  return cell;
}
