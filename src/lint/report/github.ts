import type {Finding, Severity} from '../finding.ts';
import {countBoth} from './count.ts';
import {printable} from './cells.ts';
import {linesOf} from './lines.ts';
import type {Wares} from './wares.ts';

/** So many errors, and so many warnings, of one step become annotations; GitHub drops what follows without a word. */
const shown = 10;

/**
 * Workflow commands that annotate a pull request. What is more than GitHub shows stands in the log as plain lines, and the last line says how
 * many. https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function reportGithub(findings: readonly Finding[], {ruleOf}: Wares): string {
  const seen = {error: 0, warning: 0} satisfies Record<Severity, number>;
  const lines = findings.map((finding) => {
    seen[finding.severity]++;
    return seen[finding.severity] <= shown ? annotation(finding, ruleOf(finding.rule).url) : plain(finding);
  });
  const cut = Math.max(0, seen.error - shown) + Math.max(0, seen.warning - shown);
  const rest = cut === 0 ? '' : `; GitHub annotates ${shown} of each in a step, so ${cut} stand in this log only`;
  return [...lines, `${countBoth(findings)}${rest}`].map((line) => `${line}\n`).join('');
}

function annotation(
  {file, line, column, end = {line, column: column + 1}, severity, rule, message}: Finding,
  url: string | undefined,
): string {
  // Columns count only where the range stays in its line; the last one belongs to it.
  const columns = end.line === line ? {col: column, endColumn: Math.max(column, end.column - 1)} : {};
  const properties = Object.entries({file, line, endLine: end.line, ...columns, title: rule});
  const written = properties.map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(',');
  return `::${severity} ${written}::${escapeData(legible(url === undefined ? message : `${message} (${url})`))}`;
}

/** A line that the runner takes for no command, whatever a page or a file's name holds. */
function plain({file, line, column, severity, rule, message}: Finding): string {
  return printable(`- ${file}:${line}:${column} ${severity} ${rule} ${message}`.replaceAll(/\s+/g, ' ')).replaceAll('##[', '## [');
}

/** Lines in which nothing colours or turns round what follows. */
function legible(text: string): string {
  return linesOf(text).map(printable).join('\n');
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
