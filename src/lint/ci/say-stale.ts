import type {Finding} from '../finding.ts';
import {count} from '../report/count.ts';

/** Characters that fit into an issue of GitHub are 65,536; some room is for whoever edits it. */
const limit = 60_000;

/** The issue about what went stale, for GitHub: what it is and each finding in its file. Never longer than GitHub takes. */
export function sayStale(findings: readonly Pick<Finding, 'file' | 'line' | 'column' | 'rule' | 'message'>[], run: string): string {
  const head = `The scheduled lint found ${count(findings.length, 'error')}. Nothing of it was caused by a pull request: time passed.\n`;
  const tail = `\n[This run](${run}). This text is written anew each time, and the issue is closed when nothing is left.\n`;
  let text = head;
  let left = findings.length;
  let last = '';
  for (const {file, line, column, rule, message} of inOrderOfFiles(findings)) {
    const title = file === last ? '' : `\n### ${inCode(file)}\n\n`;
    const entry = `${title}- [ ] ${line}:${column} ${inCode(rule)} ${inCode(message)}\n`;
    // Room for the sentence that says what was cut.
    if (text.length + entry.length + tail.length + 100 > limit) break;
    text += entry;
    last = file;
    left--;
  }
  return `${text}${left > 0 ? `\n${count(left, 'finding')} more did not fit here.\n` : ''}${tail}`;
}

function inOrderOfFiles<T extends {readonly file: string}>(findings: readonly T[]): T[] {
  return [...Map.groupBy(findings, ({file}) => file).values()].flat();
}

/** A code span, in which nobody is mentioned and nothing is a link. */
function inCode(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${text.replaceAll(/\s+/g, ' ')}${pad}${fence}`;
}
