import type {Finding} from '../finding.ts';
import {reportGithub} from './github.ts';
import {reportJson} from './json.ts';
import {reportJunit} from './junit.ts';
import {reportPretty} from './pretty.ts';
import {reportSarif} from './sarif.ts';
import type {Wares} from './wares.ts';

const reporters = {
  pretty: reportPretty,
  github: reportGithub,
  sarif: reportSarif,
  junit: reportJunit,
  json: reportJson,
} as const satisfies Record<string, (findings: readonly Finding[], wares: Wares) => string>;

export type Format = keyof typeof reporters;
export const formats = Object.keys(reporters) as readonly Format[];

/** The one reporter, for whatever found it. Findings come in the order in which they are shown. */
export function report(findings: readonly Finding[], format: Format, wares: Wares): string {
  return reporters[format](findings, wares);
}
