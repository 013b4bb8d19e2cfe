import type {Log, Region, ReportingDescriptor, Result} from 'sarif';
import type {Finding} from '../finding.ts';
import {fingerprints} from './fingerprint.ts';
import type {RuleFact, Wares} from './wares.ts';

/** GitHub refuses a run with more. https://docs.github.com/en/code-security/reference/code-scanning/sarif-support-for-code-scanning */
const limit = 25_000;

/** SARIF 2.1.0 for code scanning: one run, every rule of ours and every other that found something. */
export function reportSarif(findings: readonly Finding[], {lineOf, rules, ruleOf, home}: Wares): string {
  // Errors first where there is no room for all.
  const bySeverity = findings.length > limit ? findings.toSorted((a, b) => a.severity.localeCompare(b.severity)) : findings;
  const kept = bySeverity.slice(0, limit);
  const others = new Set(kept.map(({rule}) => rule).filter((id) => !rules.some((known) => known.id === id)));
  const described = [...rules, ...[...others].toSorted().map(ruleOf)];
  const indexes = new Map(described.map(({id}, index) => [id, index]));
  const prints = fingerprints(kept, lineOf);
  const cut = findings.length - kept.length;
  const notification = {
    level: 'warning' as const,
    message: {text: `${cut} of ${findings.length} findings are not in this file, which holds ${limit} at most, errors first.`},
  };
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {driver: {name: 'handbook-lint', informationUri: home, rules: described.map(asDescriptor)}},
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: {ROOT: {description: {text: 'The root of the repository.'}}},
        invocations: [{executionSuccessful: true, ...(cut > 0 && {toolExecutionNotifications: [notification]})}],
        results: kept.map((finding, n) => asResult(finding, indexes.get(finding.rule) ?? -1, prints[n] ?? '')),
      },
    ],
  };
  return `${JSON.stringify(log, null, 1)}\n`;
}

function asDescriptor({id, description, url}: RuleFact): ReportingDescriptor {
  return {id, ...(description !== undefined && {shortDescription: {text: description}}), ...(url !== undefined && {helpUri: url})};
}

function asResult({file, line, column, end, rule, severity, message}: Finding, ruleIndex: number, print: string): Result {
  const region: Region = {
    startLine: line,
    startColumn: column,
    // Where a rule names a point, it speaks of the character there.
    ...(end === undefined ? {endLine: line, endColumn: column + 1} : {endLine: end.line, endColumn: end.column}),
  };
  return {
    ruleId: rule,
    ruleIndex,
    level: severity,
    message: {text: message},
    locations: [
      {physicalLocation: {artifactLocation: {uri: file.split('/').map(encodeURIComponent).join('/'), uriBaseId: 'ROOT'}, region}},
    ],
    // The one name that GitHub matches alerts by.
    partialFingerprints: {primaryLocationLineHash: print},
  };
}
