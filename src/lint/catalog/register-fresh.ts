import {lapsesOf} from '../../registers/lapses.ts';
import {openActions} from '../postmortems.ts';
import type {CatalogRule} from '../rule.ts';

/** What was true until a day, or was to be done by it, is looked at again when the day is over. */
export const registerFresh: CatalogRule = {
  id: 'register-fresh',
  check: ({registers, pages, evidence}, {today}) => {
    const day = today.toISOString().slice(0, 10);
    const ofPostmortems = openActions(pages).flatMap(({file, line, column, day: until}) =>
      until === undefined || until >= day
        ? []
        : [
            {
              file,
              line,
              column,
              message: `Unexpected open action that was to be done by ${until}, expected it done, or a later day and why`,
            },
          ],
    );
    if (registers === undefined) return ofPostmortems;
    const lapses = lapsesOf(registers, {day, evidence});
    return [
      ...ofPostmortems,
      ...lapses.map(({place, found, expected}) => ({...place, message: `Unexpected ${found}, expected ${expected}`})),
    ];
  },
};
