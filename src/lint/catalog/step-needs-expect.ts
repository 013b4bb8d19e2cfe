import {distance} from 'fastest-levenshtein';
import {isCommand} from '../../runbook/commands/mark-places.ts';
import {words} from '../../runbook/contract.ts';
import {field, sectionsOf} from '../content.ts';
import type {Remark} from '../finding.ts';
import type {Page, Repository} from '../repository.ts';
import type {CatalogRule} from '../rule.ts';
import {stepNodesOf, tagOf} from '../steps.ts';
import {literalProp, wordsOf, type Word} from '../words.ts';

/** After a command a reader knows what they should see, and where to go when they see something else. */
export const stepNeedsExpect: CatalogRule = {
  id: 'step-needs-expect',
  isLocal: true,
  check: (repository, _, whole) => {
    const alerts = alertsWithRunbook(whole);
    return repository.pages.flatMap((page) => [...expects(page), ...targets(page, alerts)]);
  },
};

function expects({file, tree}: Page): Remark[] {
  return stepNodesOf(tree).flatMap(({id, node, commands, expects: found}): Remark[] => {
    const empty = found.filter(({children}) => children.length === 0);
    if (found.length === 0 && [...commands].some(({lang}) => isCommand(lang ?? '')))
      return [at(file, node, `Unexpected step "${id}" without <Expect>, expected what one should see after its command`)];
    return empty.map((word) => at(file, word, 'Unexpected <Expect> that says nothing, expected what one should see'));
  });
}

/** Every `goto` leads somewhere, and every id is there once: in a page without that, the build stops too. */
function targets({file, tree}: Page, alerts: ReadonlySet<string>): Remark[] {
  const ids = new Set(sectionsOf(tree).flatMap(({id}) => id ?? []));
  const remarks: Remark[] = [];
  for (const {id, node} of stepNodesOf(tree)) {
    if (id !== '' && ids.has(id)) remarks.push(at(file, node, `Unexpected id "${id}" a second time, expected each id once in a page`));
    ids.add(id);
  }
  for (const {name, node} of wordsOf(tree)) {
    const goto = name === 'Otherwise' ? literalProp(node, 'goto') : undefined;
    // Another shape is the concern of component-props.
    if (goto === undefined || !words.Otherwise.shape.goto.safeParse(goto).success) continue;
    const alert = /^\/r\/(.+)$/.exec(goto)?.[1];
    if (alert === undefined ? ids.has(goto) : alerts.has(alert)) continue;
    const [near] = [...(alert === undefined ? ids : alerts)].toSorted((a, b) => distance(a, alert ?? goto) - distance(b, alert ?? goto));
    const such = near === undefined ? '' : ` such as ${JSON.stringify(alert === undefined ? near : `/r/${near}`)}`;
    const expected = alert === undefined ? `a step or section of this page${such}` : `an alert that has a runbook${such}`;
    remarks.push(at(file, node, `Unexpected goto="${goto}", expected ${expected}`));
  }
  return remarks;
}

function alertsWithRunbook({pages}: Repository): ReadonlySet<string> {
  return new Set(
    pages.flatMap(({frontMatter}) => {
      if (field(frontMatter, 'kind') !== 'runbook') return [];
      return ['alerts', 'aliases'].flatMap((name) => {
        const names = field(frontMatter, name);
        return Array.isArray(names) ? names.filter((one) => typeof one === 'string') : [];
      });
    }),
  );
}

function at(file: string, word: Word, message: string): Remark {
  const {start, end} = tagOf(word);
  return {file, ...start, end, message};
}
