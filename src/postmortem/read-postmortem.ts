import type {Root} from 'mdast';
import {readActions} from '../lint/actions.ts';
import {frontMatterOf} from '../lint/content.ts';
import {parsePage} from '../lint/parse.ts';
import {FrontMatter} from '../page/contract.ts';

/** The section of a postmortem that says what is done about it. */
export const actionSection = {id: 'actions', headings: /^(?:actions?|action items?|アクション(?:アイテム|項目)?|対策|再発防止策?)$/iu};

type Matter = Extract<FrontMatter, {kind: 'postmortem'}>;

/** What is read of a postmortem: its front matter, and how far its actions are. */
export interface Postmortem extends Pick<Matter, 'title' | 'lang' | 'date' | 'severity' | 'services' | 'noticed_by' | 'minutes'> {
  readonly actions: number;
  readonly done: number;
  /** The first day by which one that is not done was to be done; undefined when none has a day. */
  readonly due: string | undefined;
}

/** Undefined for what is no postmortem, or one whose front matter is not whole yet: it is begun while nobody knows how it ends. Lint says what lacks. */
export function readPostmortem(text: string, file: string): Postmortem | undefined {
  const tree = parsePage(file, text);
  if ('rule' in tree) return undefined;
  const matter = frontMatterOf(tree, file)?.check(FrontMatter, []);
  if (matter?.kind !== 'postmortem') return undefined;
  const {title, lang, date, severity, services, noticed_by, minutes} = matter;
  return {title, lang, date, severity, services, noticed_by, minutes, ...progressOf(tree)};
}

function progressOf(tree: Root): Pick<Postmortem, 'actions' | 'done' | 'due'> {
  const actions = readActions(tree, actionSection)?.actions ?? [];
  const open = actions.filter(({isDone}) => !isDone);
  const [due] = open.flatMap(({day}) => day ?? []).toSorted();
  return {actions: actions.length, done: actions.length - open.length, due};
}
