import type {Coverage} from './contract.ts';

/** By this a comment of ours is found again. */
export const mark = '<!-- handbook-coverage -->';

/** Entries of one kind that are shown; the rest is a number. */
const shown = 20;

/** What a change does to coverage, as a comment on its pull request. */
export function sayDifference(before: Coverage, after: Coverage): string {
  const parts = [
    {title: 'New dead links', entries: gained(before.dead, after.dead, linkOf)},
    {title: 'Alerts newly without a page', entries: gained(before.missing, after.missing, ({alert}) => inCode(alert))},
    {title: 'Pages whose alert is gone', entries: gained(before.orphaned, after.orphaned, ({runbook}) => inCode(runbook))},
    {title: 'Alerts no longer without a page', entries: gained(after.missing, before.missing, ({alert}) => inCode(alert))},
    {title: 'Mended links', entries: gained(after.dead, before.dead, linkOf)},
  ].filter(({entries}) => entries.length > 0);
  const lists = parts.map(({title, entries}) => {
    const more = entries.length > shown ? `- and ${entries.length - shown} more\n` : '';
    return `\n**${title}**\n\n${entries
      .slice(0, shown)
      .map((entry) => `- ${entry}\n`)
      .join('')}${more}`;
  });
  return `${mark}\n### Coverage of alerts by runbooks\n\n${table(before, after)}${parts.length === 0 ? '\nNothing changes.\n' : lists.join('')}`;
}

function table(before: Coverage, after: Coverage): string {
  const rows = (['covered', 'dead', 'missing', 'orphaned', 'unlinked'] as const).map((key) => {
    const [was, is] = [before[key].length, after[key].length];
    const by = is === was ? '±0' : is > was ? `+${is - was}` : `−${was - is}`;
    return `| ${key} | ${was} | ${is} | ${by} |\n`;
  });
  return `| | base | this change | |\n|---|--:|--:|--:|\n${rows.join('')}`;
}

/** What the second list has and the first has not. */
function gained<T>(first: readonly T[], second: readonly T[], say: (one: T) => string): string[] {
  const known = new Set(first.map(say));
  return [...new Set(second.map(say))].filter((one) => !known.has(one));
}

function linkOf({alert, url}: {readonly alert: string; readonly url: string}): string {
  return `${inCode(alert)}: ${inCode(url)}`;
}

/** A code span; names and addresses come from files of whoever sends the change. */
function inCode(text: string): string {
  return `\`${text.replaceAll('`', "'").replaceAll(/\s+/g, ' ').slice(0, 200)}\``;
}
