import {styleText} from 'node:util';
import type {Finding} from '../finding.ts';
import {cellsOf, printable} from './cells.ts';
import {count, countBoth} from './count.ts';
import type {Wares} from './wares.ts';

/** How much of a line is shown before what is wrong, and from there on; a paragraph is often one line. */
const before = 36;
const after = 64;

/** For a person at a terminal: grouped by file, each with its line and a mark below what is wrong, and at the end what ran. */
export function reportPretty(findings: readonly Finding[], wares: Wares): string {
  const paint: Paint = (style, text) => (wares.isColoured ? styleText(style, text, {validateStream: false}) : text);
  const files = [...Map.groupBy(findings, ({file}) => file)].map(
    ([file, inFile]) => `${paint('underline', printable(file))}\n${inFile.map((finding) => sayFinding(finding, wares, paint)).join('')}\n`,
  );
  const {rules, tools, files: read, cpuMs} = wares.ran;
  const ran = `${[count(rules, 'rule'), ...tools].join(', ')} over ${count(read, 'file')} in ${(cpuMs / 1000).toFixed(1)} s of CPU`;
  return `${files.join('')}${countBoth(findings)}; ${ran}\n`;
}

type Paint = (style: 'underline' | 'red' | 'yellow' | 'dim', text: string) => string;

function sayFinding(finding: Finding, {lineOf}: Wares, paint: Paint): string {
  const {file, line, column, severity, message, rule} = finding;
  const colour = severity === 'error' ? 'red' : 'yellow';
  const head = `  ${`${line}:${column}`.padEnd(8)}${paint(colour, severity.padEnd(9))}${printable(message)}  ${paint('dim', rule)}\n`;
  const text = lineOf(file, line);
  // The first character stands for the whole file.
  const isWhole = line === 1 && column === 1 && finding.end === undefined;
  return isWhole || text === undefined || text.trim() === '' || column > text.length + 1
    ? head
    : head + excerpt(finding, text, {colour, paint});
}

function excerpt({line, column, end}: Finding, text: string, {colour, paint}: {colour: 'red' | 'yellow'; paint: Paint}): string {
  const from = column - 1;
  const to = Math.max(from + 1, end === undefined ? 0 : end.line > line ? text.length : end.column - 1);
  const start = whole(text, Math.max(0, from - before));
  const stop = whole(text, from + after);
  const lead = (start > 0 ? '…' : '') + printable(text.slice(start, from));
  const shown = printable(text.slice(from, stop)).trimEnd();
  const more = stop < text.trimEnd().length ? '…' : '';
  // A rule that names a point speaks of the character there, both halves of it.
  const marked = Math.max(1, cellsOf(printable(text.slice(from, whole(text, Math.min(to, stop))))));
  return `          ${lead}${shown}${more}\n          ${' '.repeat(cellsOf(lead))}${paint(colour, '^'.repeat(marked))}\n`;
}

/** A place to cut that does not part the two halves of a character. */
function whole(text: string, at: number): number {
  return at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff ? at + 1 : at;
}
