import type {Catalog} from './model.ts';

/** Who can own something: teams by their name, and their members as `@role`. */
export function ownersOf({teams}: Pick<Catalog, 'teams'>): readonly string[] {
  return [...teams.values()].flatMap(({name, members}) => [name, ...members.map((member) => `@${member}`)]);
}
