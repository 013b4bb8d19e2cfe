import type {Coverage} from './contract.ts';
import type {Unread} from './unread.ts';
import {bySeverity} from './severity.ts';

interface Size {
  readonly rules: number;
  readonly pages: number;
  readonly unread: readonly Unread[];
}

/** A report for a person: how much of each severity is covered, then what is wrong, the most urgent first. */
export function sayCoverage(coverage: Coverage, {rules, pages, unread}: Size): string {
  const {covered, dead, missing, orphaned, renamed, misplacedQuery, unlinked} = coverage;
  const where = ({file, line}: {readonly file: string; readonly line: number}): string => `${file}:${line}`;
  return [
    `${count(rules, 'rule')}, ${count(pages, 'runbook')}\n`,
    table(coverage),
    list(
      `${count(dead.length, 'dead link')}: no page there`,
      dead.map((link) => [
        name(link),
        where(link),
        link.url + (link.runbook === undefined ? '' : `\n    the alert has a page all the same: ${link.runbook}`),
      ]),
    ),
    list(
      `${count(missing.length, 'alert')} without a page`,
      missing.map((one) => [name(one), one.near.length === 0 ? '' : `near: ${one.near.join(', ')}`]),
    ),
    list(
      `${count(orphaned.length, 'page')} whose alert no rule has`,
      orphaned.map(({runbook, file, alerts}) => [runbook, file, alerts.join(', ')]),
    ),
    list(
      count(renamed.length, 'likely rename'),
      renamed.map(({alert, runbook}) => [`${runbook} → ${alert}`, 'give the page this alert, and its old name as an alias']),
    ),
    list(
      `${count(misplacedQuery.length, 'link')} with the query behind the fragment: no label arrives`,
      misplacedQuery.map((link) => [name(link), where(link), link.url]),
    ),
    list(
      `${count(unlinked.length, 'rule')} without a link`,
      unlinked.map((rule) => [name(rule), where(rule)]),
    ),
    list(
      `${count(unread.length, 'place')} that could not be read and ${unread.length === 1 ? 'is' : 'are'} not counted`,
      unread.map((one) => [where(one), one.why]),
    ),
    missing.length + dead.length + orphaned.length + unread.length === 0 && covered.length > 0 ? 'Nothing is missing.\n' : '',
  ]
    .filter(Boolean)
    .join('\n');
}

function table({covered, dead, unlinked, missing}: Coverage): string {
  const of = (found: readonly {readonly severity: string}[], severity: string): string =>
    String(found.filter((one) => one.severity === severity).length);
  const severities = [...new Set([...dead, ...missing, ...covered, ...unlinked].toSorted(bySeverity).map(({severity}) => severity))];
  const rows = severities.map((severity) => [
    severity === '' ? '(no severity)' : severity,
    ...[covered, dead, unlinked, missing].map((found) => of(found, severity)),
  ]);
  return columns([['', 'link leads to a page', 'dead link', 'no link', 'alerts without a page'], ...rows]);
}

function list(title: string, rows: readonly (readonly string[])[]): string {
  return rows.length === 0 ? '' : `${title}\n${rows.map((row) => `  ${row.filter(Boolean).join('  ')}\n`).join('')}`;
}

function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length)));
  const line = (row: readonly string[]): string =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ');
  return rows.map((row) => `  ${line(row)}\n`).join('');
}

function name({alert, severity}: {readonly alert: string; readonly severity: string}): string {
  return severity === '' ? alert : `${severity} ${alert}`;
}

function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}
