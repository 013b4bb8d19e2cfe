import type {Language} from '../catalog/contract.ts';
import type {EntryOf} from '../registers/model.ts';

/** What fails when a practice is not kept, or where a principle is learned. */
export type Check =
  /** A rule of lint, by its id. */
  | {readonly kind: 'rule'; readonly id: string}
  /** The shapes and cross-checks of `data/`, which a build and lint refuse to go past. */
  | {readonly kind: 'data'}
  /** A test, by its file. */
  | {readonly kind: 'test'; readonly file: string}
  /** The worked case and the question on the page. */
  | {readonly kind: 'case'};

/** A practice in one language. */
export interface PracticeFacts {
  readonly id: string;
  readonly text: string;
  /** Path below the site's root, and its title; the title is the path of a page that cannot be read. */
  readonly page: {readonly path: string; readonly title: string};
  /** What holds its figure. */
  readonly figure: string | undefined;
  readonly check: Check;
}

interface Options {
  readonly language: Language;
  /** The title of a page, such as `mission/compass`. */
  readonly titleOf: (page: string) => string;
}

/** Every practice in the order of the register. */
export function practiceFacts(practices: readonly EntryOf<'practices'>[], {language, titleOf}: Options): PracticeFacts[] {
  return practices.map(({id, text, page, figure, check}) => ({
    id,
    text: text[language],
    page: {path: page.replace(/\/index$/, '/'), title: titleOf(page)},
    figure,
    check: checkOf(page, check),
  }));
}

function checkOf(page: string, check: string): Check {
  if (check === 'catalog') return {kind: 'data'};
  if (check.endsWith('.ts') || check.endsWith('.tsx')) return {kind: 'test', file: check};
  return check.split('#')[0] === page ? {kind: 'case'} : {kind: 'rule', id: check};
}
