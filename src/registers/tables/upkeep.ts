import {addDays} from '../days.ts';
import {sourceOf} from '../eol.ts';
import {untilOf} from '../holds.ts';
import type {EntryOf} from '../model.ts';
import {entriesOf, owner, registerTable, table, type Sources, type Table} from './table.ts';
import {versionState, warningDays, type VersionState} from '../version-state.ts';
import type {Dated} from '../standing.ts';

const running = table(versionsOf, {
  columns: {
    component: {kind: 'name', title: {en: 'Part', ja: '対象'}, cell: ({component}) => component},
    product: {kind: 'name', title: {en: 'Product', ja: '製品'}, cell: ({product}) => product},
    version: {kind: 'name', title: {en: 'Version', ja: '版'}, cell: ({version}) => version},
    end: {
      kind: 'day',
      title: {en: 'Supported until', ja: 'サポート終了日'},
      cell: ({state, source}, language) => {
        const text = 'eol' in state ? state.eol : ends[state.kind][language];
        return source === undefined ? text : {text, to: source};
      },
    },
    patched: {kind: 'day', title: {en: 'Patched', ja: '修正を当てた日'}, cell: ({patched}) => patched},
    plan: {kind: 'text', title: {en: 'Plan', ja: '計画'}, cell: ({plan}, language) => plan[language]},
    owner,
  },
  row: support,
});

/** Each end leads to where it was copied from, and the head of its column says on which day. */
export const versions: Table = (sources, language) => {
  const {columns, rows} = running(sources, language);
  const asOf = sources.registers.eol?.as_of;
  const dated = (title: string): string => (language === 'ja' ? `${title}（${asOf}時点）` : `${title}, as of ${asOf}`);
  return {
    rows,
    columns: columns.map((column) => (column.id === 'end' && asOf !== undefined ? {...column, title: dated(column.title)} : column)),
  };
};

interface Judged extends EntryOf<'versions'> {
  readonly state: VersionState;
  /** The address from which its end was copied. */
  readonly source: string | undefined;
}

function versionsOf(sources: Sources): readonly Judged[] {
  const {registers, today} = sources;
  const {eol} = registers;
  return entriesOf('versions', sources).map((version) => ({
    ...version,
    state: versionState(version, {eol, today}),
    source: eol === undefined ? undefined : sourceOf(eol, version.product),
  }));
}

const ends = {open: {en: 'No end named', ja: '未発表'}, unknown: {en: 'Unknown', ja: '不明'}} as const;

/** What is not patched in time is stale, and not ended: its support may go on for years. */
function support(version: Judged, {registers}: Sources): Dated {
  const {state} = version;
  const due = untilOf('versions', version, registers);
  const isPatch = !('eol' in state) || due !== state.eol;
  return {
    status: state.kind === 'unknown' ? 'unknown' : 'supported',
    soon: 'eol' in state ? addDays(state.eol, -warningDays) : undefined,
    due,
    late: isPatch && state.kind !== 'unknown' ? 'stale' : undefined,
  };
}

export const providers = registerTable('providers', {
  columns: {
    title: {kind: 'text', title: {en: 'Provider', ja: '事業者'}, cell: ({title}, language) => title[language]},
    used: {kind: 'text', title: {en: 'Used for', ja: '用途'}, cell: (entry, language) => entry.used_for[language]},
    data: {kind: 'text', title: {en: 'Holds of ours', ja: '預けているデータ'}, cell: (entry, language) => entry.data_held[language]},
    exit: {kind: 'text', title: {en: 'How we would leave', ja: '移るときの計画'}, cell: (entry, language) => entry.exit_plan[language]},
    days: {kind: 'number', title: {en: 'Days to leave', ja: '移るまでの日数'}, cell: (entry) => entry.exit_days},
    contact: {kind: 'text', title: {en: 'Contact', ja: '連絡先'}, cell: ({contact}, language) => contact[language]},
    reviewed: {kind: 'day', title: {en: 'Looked at', ja: '見直した日'}, cell: ({reviewed}) => reviewed},
    owner,
  },
  row: () => ({status: 'fresh'}),
});

export const dashboards = registerTable('dashboards', {
  columns: {
    title: {kind: 'text', title: {en: 'Dashboard', ja: 'ダッシュボード'}, cell: ({title}, language) => title[language]},
    question: {kind: 'text', title: {en: 'Question', ja: '答える問い'}, cell: ({question}, language) => question[language]},
    source: {kind: 'name', title: {en: 'Source', ja: '出どころ'}, cell: ({source}) => source},
    owner,
    reviewed: {kind: 'day', title: {en: 'Last used', ja: '最後に使った日'}, cell: ({reviewed}) => reviewed},
    url: {kind: 'link', title: {en: 'Open', ja: '開く'}, cell: ({url}) => ({text: new URL(url).hostname, to: url})},
  },
  row: () => ({status: 'fresh'}),
});
