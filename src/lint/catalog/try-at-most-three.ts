import type {CatalogRule} from '../rule.ts';
import {triesByRetro} from '../tries.ts';

const most = 3;

/** With more Tries each gets less attention, and few are finished. */
export const tryAtMostThree: CatalogRule = {
  id: 'try-at-most-three',
  check: (repository) =>
    [...triesByRetro(repository)].flatMap(([retro, tries]) => {
      const tooMany = tries[most];
      return tooMany === undefined
        ? []
        : [{...tooMany.place, message: `Unexpected ${tries.length} Tries of ${retro}, expected at most three: choose, and drop the rest`}];
    }),
};
