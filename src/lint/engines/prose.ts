import type {Finding} from '../finding.ts';
import {proseOf} from '../prose/prose.server.ts';
import type {Repository} from '../repository.ts';
import {runRetext} from './retext.ts';

interface Options {
  readonly only: (file: string) => boolean;
  /** `english-prose` and `japanese-prose` among them leave that language out. */
  readonly without: ReadonlySet<string>;
}

/** The language of everything that is written for readers. textlint and its dictionary are loaded only when there is Japanese to read. */
export async function runProse(repository: Repository, {only, without}: Options): Promise<Finding[]> {
  const pages = repository.pages.filter((page) => only(page.file) && !page.isBroken);
  const prose = proseOf({...repository, pages}).filter(({file}) => only(file));
  const english = without.has('english-prose') ? [] : runRetext(prose);
  if (without.has('japanese-prose') || !prose.some(({passages}) => passages.some(({language}) => language === 'ja'))) return english;
  const {runTextlint} = await import('./textlint.ts');
  return [...english, ...(await runTextlint(prose, repository.glossary?.value.terms))];
}
