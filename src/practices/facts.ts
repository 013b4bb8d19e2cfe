import type {Language} from '../catalog/contract.ts';
import type {EntryOf} from '../registers/model.ts';
import {figureState, type FigureState, type Recorded} from './figure-state.ts';

/** What fails when a practice is not kept, or where a principle is learned. */
export type Check =
  /** A rule of lint, by its id. */
  | {readonly kind: 'rule'; readonly id: string}
  /** The shapes and cross-checks of `data/`, which a build and lint refuse to go past. */
  | {readonly kind: 'data'}
  /** A test, by its file. */
  | {readonly kind: 'test'; readonly file: string}
  /** The worked case and the question on the page: its path below the site's root, with the section where it is named. */
  | {readonly kind: 'case'; readonly path: string};

/** Path below the site's root, and its title; the title is the path of a page that cannot be read. */
interface PageFacts {
  readonly path: string;
  readonly title: string;
}

/** A practice in one language. */
export interface PracticeFacts {
  readonly id: string;
  readonly text: string;
  /** Where it is at home. */
  readonly page: PageFacts;
  /** Other pages that put it to work. */
  readonly alsoOn: readonly PageFacts[];
  /** What holds its figure. */
  readonly figure: string | undefined;
  /** How that stands; undefined for what has no age. */
  readonly state: FigureState | undefined;
  readonly check: Check;
}

interface Options extends Recorded {
  readonly language: Language;
  /** The title of a page, such as `mission/compass`. */
  readonly titleOf: (page: string) => string;
  /** Pages by the practices that their front matter names. */
  readonly pagesOf: ReadonlyMap<string, readonly string[]>;
}

/** Every practice in the order of the register. */
export function practiceFacts(
  practices: readonly EntryOf<'practices'>[],
  {language, titleOf, pagesOf, ...recorded}: Options,
): PracticeFacts[] {
  const factsOf = (page: string): PageFacts => ({path: page.replace(/\/index$/, '/'), title: titleOf(page)});
  return practices.map(({id, text, page, figure, check}) => ({
    id,
    text: text[language],
    page: factsOf(page),
    alsoOn: (pagesOf.get(id) ?? []).filter((other) => other !== page).map(factsOf),
    figure,
    state: figure === undefined ? undefined : figureState(figure, recorded),
    check: checkOf(page, check),
  }));
}

function checkOf(page: string, check: string): Check {
  if (check === 'catalog') return {kind: 'data'};
  if (check.endsWith('.ts') || check.endsWith('.tsx')) return {kind: 'test', file: check};
  return check.split('#')[0] === page ? {kind: 'case', path: check} : {kind: 'rule', id: check};
}
