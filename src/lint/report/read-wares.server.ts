import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {readSite} from '../../catalog/read-catalog.server.ts';
import {readText} from '../../catalog/read-text.server.ts';
import {field, frontMatterOfText} from '../content.ts';
import type {Outcome} from '../lint-all.server.ts';
import {ownRules} from '../rule-ids.ts';
import {linesOf} from './lines.ts';
import type {RuleFact, Wares} from './wares.ts';

/** Where the engine's own pages lie, whichever handbook is checked. */
const pages = join(import.meta.dirname, '../../../docs/reference/lint');

/** Gathers what a report of this outcome needs. */
export function readWares(root: string, {rules, tools, files}: Outcome, {isColoured}: {readonly isColoured: boolean}): Wares {
  const known = new Map<string, readonly string[]>();
  const home = `${siteOf(root)}/reference/lint/`;
  const ruleOf = (id: string): RuleFact => {
    if (/^MD\d{3}$/.test(id)) return {id, url: `https://github.com/DavidAnson/markdownlint/blob/main/doc/${id.toLowerCase()}.md`};
    const page = join(pages, `${id}.mdx`);
    if (!/^[a-z-]+$/.test(id) || !existsSync(page)) return {id, url: home};
    const description = field(frontMatterOfText(readFileSync(page, 'utf8'), page), 'description');
    return {id, url: `${home}${id}`, ...(typeof description === 'string' && {description})};
  };
  return {
    lineOf(file, line) {
      const lines = known.get(file) ?? linesOf(readText(root, file, []) ?? '');
      known.set(file, lines);
      return lines[line - 1];
    },
    ruleOf,
    rules: ownRules.map(ruleOf),
    home,
    ran: {rules, tools, files, cpuMs: cpuMs()},
    isColoured,
  };
}

function siteOf(root: string): string {
  try {
    return readSite(root).url.replace(/\/$/, '');
  } catch {
    // What is wrong with it is among the findings.
    return '';
  }
}

/** Of this process and, where the system says, of those that it started and that have ended. */
function cpuMs(): number {
  const {user, system} = process.cpuUsage();
  return (user + system) / 1000 + childrenMs();
}

function childrenMs(): number {
  if (!existsSync('/proc/self/stat')) return 0;
  // Behind the name, which may hold anything: cutime and cstime are the 14th and 15th, in hundredths of a second. proc_pid_stat(5)
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[13]) + Number(fields[14])) * 10;
}
