import {writtenOut} from '../command/written-out.ts';
import type {Judged} from './check-plan.ts';

/** What was judged, for people: one line for each breach, and for each thing that nothing is known of. */
export function sayJudged({breaches, unjudged, judged}: Judged): string {
  const lines = [
    ...breaches.map(({policy, address, found, expected, excusedBy}) => {
      const excuse = excusedBy === undefined ? '' : ` (let through by the exception ${excusedBy})`;
      return `${address}: ${policy}: found ${found}, expected ${expected}${excuse}`;
    }),
    ...unjudged.map((address) => `${address}: not judged: nothing declares what it is`),
  ];
  const open = breaches.filter(({excusedBy}) => excusedBy === undefined).length;
  const excused = breaches.length - open;
  return [...lines.map(writtenOut), `${judged} judged, ${open} refused, ${excused} excused, ${unjudged.length} not judged`, ''].join('\n');
}
