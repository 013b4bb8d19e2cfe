import type {Place} from '../catalog/model.ts';
import {readActions} from './actions.ts';
import {field} from './content.ts';
import type {Repository} from './repository.ts';

/** A Try as `data/registers/tries.yaml` or, until it is there, the record of its retrospective says it. */
export interface Agreed {
  readonly place: Place;
  readonly owner: string | undefined;
  readonly ownerPlace: Place;
  readonly day: string | undefined;
  readonly dayPlace: Place;
  /** The day on which it was agreed. */
  readonly since: string;
}

const section = {id: 'try', headings: /^(?:try|tries|試すこと|トライ)$/iu};

/** What each retrospective agreed on, by its page. Of a record whose Tries are in the register only the register counts. */
export function triesByRetro({registers, pages}: Repository): ReadonlyMap<string, readonly Agreed[]> {
  const registered = Map.groupBy(registers?.tries ?? [], ({value}) => value.from);
  const agreed = new Map<string, Agreed[]>();
  for (const [from, entries] of registered)
    agreed.set(
      from,
      entries.map(({value: {id, owner, check}, place}) => ({
        place: place('id'),
        owner,
        ownerPlace: place('owner'),
        day: check,
        dayPlace: place('check'),
        since: id.replace(/^try-(\d{4})(\d\d)(\d\d)-.*$/, '$1-$2-$3'),
      })),
    );
  for (const page of pages) {
    const from = page.name.replace(/\.mdx?$/, '');
    if (field(page.frontMatter, 'kind') !== 'retro-record' || agreed.has(from) || page.isBroken) continue;
    const {actions = []} = readActions(page.tree, section) ?? {};
    const date = field(page.frontMatter, 'date');
    const since = typeof date === 'string' ? date : '';
    agreed.set(
      from,
      actions.map(({owner, day, line, column}) => {
        const place = {file: page.file, line, column};
        return {place, owner, ownerPlace: place, day, dayPlace: place, since};
      }),
    );
  }
  return agreed;
}
