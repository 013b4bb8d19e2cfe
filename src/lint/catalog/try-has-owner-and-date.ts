import type {CatalogRule} from '../rule.ts';
import {triesByRetro} from '../tries.ts';

/** A Try that nobody has taken, or that nobody will look at again, is a wish. */
export const tryHasOwnerAndDate: CatalogRule = {
  id: 'try-has-owner-and-date',
  check: (repository) =>
    [...triesByRetro(repository).values()]
      .flat()
      .flatMap(({owner, ownerPlace, day, dayPlace, since}) => [
        ...(owner === undefined ? [{...ownerPlace, message: 'Unexpected Try without an owner, expected a role such as @sre-primary'}] : []),
        ...(day === undefined
          ? [{...dayPlace, message: 'Unexpected Try without a day to look at it again, expected one such as 2026-01-31'}]
          : day < since
            ? [{...dayPlace, message: `Unexpected day ${day} to look at a Try of ${since}, expected a later one`}]
            : []),
      ]),
};
