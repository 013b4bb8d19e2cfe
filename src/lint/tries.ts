import type {Root} from 'mdast';
import type {Place} from '../catalog/model.ts';
import {chosenIn} from '../retro/record/read-record.ts';
import {isDay, readActions, type Action} from './actions.ts';
import {field} from './content.ts';
import {stub} from './remark/no-stub.ts';
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
  /** Whether the register has it. */
  readonly isRegistered: boolean;
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
        isRegistered: true,
      })),
    );
  for (const page of pages) {
    const from = page.name.replace(/\.mdx?$/, '');
    if (field(page.frontMatter, 'kind') !== 'retro-record' || agreed.has(from) || page.isBroken) continue;
    const actions = chosenByTable(page.tree) ?? readActions(page.tree, section)?.actions ?? [];
    const date = field(page.frontMatter, 'date');
    const since = typeof date === 'string' ? date : '';
    agreed.set(
      from,
      actions.map(({owner, day, line, column}) => {
        const place = {file: page.file, line, column};
        return {place, owner, ownerPlace: place, day, dayPlace: place, since, isRegistered: false};
      }),
    );
  }
  return agreed;
}

/** Each column of the template for what it is: a day in the words of a Try is not the day to look at it. */
function chosenByTable(tree: Root): Omit<Action, 'link' | 'isDone'>[] | undefined {
  const rows = chosenIn(tree)?.filter((row) => !Object.values(row).some((cell) => typeof cell === 'string' && stub.test(cell)));
  return rows?.map(({owner, check, line, column}) => ({
    line,
    column,
    owner: /@[a-z][a-z0-9]*(?:-[a-z0-9]+)*/.exec(owner)?.[0] ?? (owner === '' ? undefined : owner),
    day: isDay(check) ? check : undefined,
  }));
}
