import {actionSection} from '../postmortem/read-postmortem.ts';
import {readActions, type Action} from './actions.ts';
import {field} from './content.ts';
import type {Page} from './repository.ts';

/** What postmortems ask for that is not done yet, each with its file. */
export function openActions(pages: readonly Page[]): (Action & {readonly file: string})[] {
  return pages
    .filter((page) => isPostmortem(page) && !page.isBroken)
    .flatMap(({file, tree}) => (readActions(tree, actionSection)?.actions ?? []).map((action) => ({...action, file})))
    .filter(({isDone}) => !isDone);
}

export function isPostmortem({frontMatter}: Page): boolean {
  return field(frontMatter, 'kind') === 'postmortem';
}
