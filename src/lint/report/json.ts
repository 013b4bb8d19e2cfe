import type {Finding} from '../finding.ts';

/** A list of findings with these keys and no others: what other programs read. */
export function reportJson(findings: readonly Finding[]): string {
  const written = findings.map(({file, line, column, rule, severity, message}) => ({file, line, column, rule, severity, message}));
  return `${JSON.stringify(written, null, 2)}\n`;
}
