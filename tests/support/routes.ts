import {field} from '../../src/lint/content.ts';
import {readRepository} from '../../src/lint/repository.ts';

export interface Route {
  readonly path: string;
  readonly kind: string;
  readonly language: string;
  readonly title: string;
}

/** The address of every page in every language, as the files of docs/ give it. */
export function routes(): Route[] {
  const {repository} = readRepository(process.cwd());
  const [first] = repository.languages;
  return repository.pages.map(({name, language, frontMatter}) => ({
    path: `${language === first ? '' : `/${language}`}/${name.replace(/\.mdx?$/, '').replace(/(^|\/)index$/, '')}`.replace(/(?<=.)\/$/, ''),
    kind: String(field(frontMatter, 'kind')),
    language,
    title: String(field(frontMatter, 'title')),
  }));
}

/** The first page of each kind in each language. */
export function oneOfEachKind(): Route[] {
  return [...Map.groupBy(routes(), ({kind, language}) => `${kind} ${language}`).values()].flatMap(([route]) => route ?? []);
}
