import {lapsesOf} from '../../registers/lapses.ts';
import type {CatalogRule} from '../rule.ts';

/** What was true until a day is looked at again when the day is over. */
export const registerFresh: CatalogRule = {
  id: 'register-fresh',
  check: ({registers}, {today}) => {
    if (registers === undefined) return [];
    const day = today.toISOString().slice(0, 10);
    return [
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
