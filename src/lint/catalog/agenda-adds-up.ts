import type {Remark} from '../finding.ts';
import type {CatalogRule} from '../rule.ts';

/** The boxes of an agenda fill the time of the meeting, no more and no less: a timer runs on them. */
export const agendaAddsUp: CatalogRule = {
  id: 'agenda-adds-up',
  check: ({registers}) =>
    (registers?.agendas ?? []).flatMap(({value: {minutes, boxes}, place}) => {
      // Tenths of a minute do not add up in binary.
      const sum = Number(boxes.reduce((total, box) => total + box.minutes, 0).toFixed(6));
      const seen = new Set<string>();
      return [
        ...boxes.flatMap(({id, minutes: own}, i): Remark[] => {
          const isRepeated = seen.has(id);
          seen.add(id);
          return [
            ...(isRepeated ? [{...place('boxes', i, 'id'), message: `Unexpected box "${id}" a second time, expected each id once`}] : []),
            ...(own > 0 ? [] : [{...place('boxes', i, 'minutes'), message: `Unexpected box of ${own} minutes, expected at least one`}]),
          ];
        }),
        ...(sum === minutes
          ? []
          : [{...place('minutes'), message: `Unexpected ${minutes} minutes of boxes that add up to ${sum}, expected the same`}]),
      ];
    }),
};
