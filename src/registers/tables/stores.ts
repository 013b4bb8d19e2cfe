import type {Language} from '../../catalog/contract.ts';
import {drillState, type DrillState} from '../drill-states.ts';
import type {EntryOf} from '../model.ts';
import type {Dated} from '../standing.ts';
import {entriesOf, registerTable, table, type Sources} from './table.ts';
import {minutes, page} from './words.ts';

type Store = EntryOf<'stores'>;

export const stores = registerTable('stores', {
  columns: {
    store: {kind: 'name', title: {en: 'Store', ja: 'データストア'}, cell: ({store}) => store},
    copies: {kind: 'text', title: {en: 'Copies', ja: 'バックアップ'}, cell: copies},
    rto: {kind: 'number', title: {en: 'RTO (min)', ja: 'RTO（分）'}, cell: (entry) => entry.rto_minutes},
    rpo: {kind: 'number', title: {en: 'RPO (min)', ja: 'RPO（分）'}, cell: (entry) => entry.rpo_minutes},
    procedure: {
      kind: 'link',
      title: {en: 'Procedure', ja: '手順書'},
      cell: ({procedure}) => (procedure === undefined ? undefined : page(procedure)),
    },
    restored: {kind: 'name', title: {en: 'Restored by', ja: '復元する役割'}, cell: (entry) => entry.restored_by},
    every: {kind: 'number', title: {en: 'Drill every (days)', ja: '訓練の間隔（日）'}, cell: (entry) => entry.drill_every_days},
  },
  row: (store, sources) => standing(drillOf(store, sources)),
});

/** Not a register: the evidence of drills, joined with the stores that they restore. */
export const drills = table(
  // On a page with both tables no two rows may have one address.
  (sources) => entriesOf('stores', sources).map((store) => ({id: `${store.id}-drill`, store, drill: drillOf(store, sources)})),
  {
    columns: {
      store: {kind: 'name', title: {en: 'Store', ja: 'データストア'}, cell: ({store}) => store.store},
      at: {kind: 'day', title: {en: 'Last drill', ja: '最後の訓練'}, cell: ({drill}) => ('at' in drill ? drill.at : undefined)},
      minutes: {
        kind: 'number',
        title: {en: 'Took (min)', ja: '所要時間（分）'},
        cell: ({drill}) => ('at' in drill ? drill.minutes : undefined),
      },
      rto: {kind: 'number', title: {en: 'RTO (min)', ja: 'RTO（分）'}, cell: ({store}) => store.rto_minutes},
      until: {kind: 'day', title: {en: 'Next by', ja: '次の期限'}, cell: ({drill}) => ('at' in drill ? drill.until : undefined)},
      procedure: {
        kind: 'link',
        title: {en: 'Procedure', ja: '手順書'},
        cell: ({store: {procedure}}) => (procedure === undefined ? undefined : page(procedure)),
      },
    },
    row: ({drill}) => standing(drill),
  },
);

function drillOf(store: Store, {evidence, today}: Sources): DrillState {
  return drillState(store, {evidence, today});
}

/** A good drill turns stale by its day, in the reader's browser too. */
function standing(drill: DrillState): Dated {
  if (drill.kind === 'never' || drill.kind === 'failed') return {status: drill.kind};
  return {status: 'fresh', due: drill.until};
}

function copies({backup, no_backup: none}: Store, language: Language): string | undefined {
  if (backup === undefined) return none?.[language];
  const {every_minutes: every, keep_days: days, kept_where: where} = backup;
  return language === 'ja'
    ? `${minutes(every, language)}ごと、${days}日保存。${where.ja}`
    : `Every ${minutes(every, language)}, kept for ${days} days. ${where.en}`;
}
