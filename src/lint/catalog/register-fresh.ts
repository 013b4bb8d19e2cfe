import {lapsesOf} from '../../registers/lapses.ts';
import {openActions} from '../postmortems.ts';
import type {CatalogRule} from '../rule.ts';

/** What was true until a day, or was to be done by it, is looked at again when the day is over. */
export const registerFresh: CatalogRule = {
  id: 'register-fresh',
  check: ({registers, pages}, {today}) => {
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
    return [
      ...ofPostmortems,
      ...registers.exceptions
        .filter(({value}) => value.expires < day)
        .map(({value: {id, expires}, place}) => ({
          ...place('expires'),
          message: `Unexpected exception ${id} that ended on ${expires}, expected a later day and why it still holds, or the entry gone`,
        })),
      ...registers.tries.flatMap(({value: {id, status, check}, place}) =>
        status !== 'open' || check === undefined || check >= day
          ? []
          : [
              {
                ...place('check'),
                message: `Unexpected open ${id} that was to be looked at on ${check}, expected it done or dropped, or carried over with a later day`,
              },
            ],
      ),
      ...lapsesOf(registers, day).map(({place, found, expected}) => ({...place, message: `Unexpected ${found}, expected ${expected}`})),
    ];
  },
};
