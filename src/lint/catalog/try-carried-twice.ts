import type {CatalogRule} from '../rule.ts';

/** A third time would only teach the team to ignore the list. */
export const tryCarriedTwice: CatalogRule = {
  id: 'try-carried-twice',
  check: ({registers}) =>
    (registers?.tries ?? []).flatMap(({value: {id, status, carried}, place}) =>
      status !== 'open' || carried.length < 2
        ? []
        : [
            {
              ...place('carried', 1),
              message: `Unexpected ${id}, open and carried over ${carried.length} times, expected it done, dropped, or taken to somebody who can make room for it`,
            },
          ],
    ),
};
