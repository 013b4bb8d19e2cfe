import type {EvidenceFacts} from '../runbook/evidence/text.ts';
import {addDays} from './days.ts';
import {drillState} from './drill-states.ts';
import {repairDays} from './intervals.ts';
import type {Lapse} from './lapses.ts';
import type {Registers} from './model.ts';

interface Options {
  readonly evidence: readonly (EvidenceFacts & {readonly at: string})[];
  readonly today: string;
}

/** Stores whose restore nobody has proved: never, too long ago, or not again after a failure. See docs/guidelines/recovery-drills.mdx. */
export function lapsesOfDrills(stores: Registers['stores'], {evidence, today}: Options): Lapse[] {
  return stores.flatMap(({value, place}): Lapse[] => {
    const drill = drillState(value, {evidence, today});
    const lapse = (field: string, found: string, expected: string): Lapse[] => [{figure: 'evidence', place: place(field), found, expected}];
    switch (drill.kind) {
      case 'never':
        return lapse('store', `store ${value.store} that nobody has ever restored`, 'the record of a drill of its procedure');
      case 'stale':
        return lapse(
          'drill_every_days',
          `store ${value.store}, last restored on ${drill.at}`,
          `a drill in the last ${value.drill_every_days} days`,
        );
      case 'failed': {
        const until = addDays(drill.at, repairDays);
        if (until >= today) return [];
        return lapse('procedure', `store ${value.store}, whose drill of ${drill.at} failed`, `a repair and another drill by ${until}`);
      }
      default:
        return [];
    }
  });
}
