import {drillState} from '../../registers/drill-states.ts';
import type {EntryOf} from '../../registers/model.ts';
import {both} from '../both.ts';
import {find, lack} from '../finding.ts';
import type {Finding, Judge, Known, Trend} from '../model.ts';
import {resourcesIn, titleOf} from '../scope.ts';

/** Whether what is stored came back when somebody tried. */
export const recovery: Judge = {
  improves: 'guidelines/recovery-drills#how-we-know',
  look: (known, look) => {
    const stores = resourcesIn(known, look);
    if (stores.length > 0) return stores.map((store) => ofStore(known, store, look.today));
    return [find({state: 'none'}, (say) => (look.service === undefined ? say.recovery.noStores : say.recovery.none))];
  },
  remembers: () => true,
  trends: (known, look) => resourcesIn(known, look).flatMap((store) => trendOf(known, store, look.today)),
};

function ofStore(known: Known, name: string, today: string): Finding {
  const store = storeOf(known, name);
  const subject = titleOf(known, name);
  if (store === undefined) return lack('recovery', subject);
  const from = `stores/${store.id}`;
  const drill = drillState(store, {evidence: known.evidence, today});
  switch (drill.kind) {
    case 'never':
      return find({state: 'down', subject, from}, (say) => say.recovery.never);
    case 'fresh':
      return find({state: 'ok', subject, from}, (say) => say.recovery.fresh(drill.at, drill.minutes, store.rto_minutes));
    case 'stale':
      return find({state: 'degraded', subject, from}, (say) => say.recovery.stale(drill.at, drill.until));
    default:
      return find({state: 'down', subject, from}, (say) =>
        drill.isTooSlow && !failedOn(known, store, drill.at)
          ? say.recovery.slow(drill.at, drill.minutes, store.rto_minutes)
          : say.recovery.failed(drill.at),
      );
  }
}

function failedOn({evidence}: Known, {procedure}: EntryOf<'stores'>, day: string): boolean {
  return evidence.some(({kind, page, at, outcome}) => kind === 'drill' && page === procedure && outcome === 'failed' && at.startsWith(day));
}

/** Minutes of each drill. One alone is no trend. */
function trendOf(known: Known, name: string, today: string): Trend[] {
  const store = storeOf(known, name);
  if (store?.procedure === undefined) return [];
  const points = known.evidence
    .filter(({kind, page, at}) => kind === 'drill' && page === store.procedure && at.slice(0, 10) <= today)
    .map(({at, minutes}) => ({at: at.slice(0, 10), value: minutes}))
    .toSorted((a, b) => (a.at < b.at ? -1 : 1));
  if (points.length < 2) return [];
  const subject = titleOf(known, name);
  return [{title: both((say, language) => say.recovery.trend(subject[language])), unit: both((say) => say.recovery.unit), points}];
}

function storeOf({registers}: Known, name: string): EntryOf<'stores'> | undefined {
  return registers.stores.find(({value}) => value.store === name)?.value;
}
