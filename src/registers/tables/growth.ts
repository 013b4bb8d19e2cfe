import {readMeasures} from '../../measures/chain.ts';
import {addDays, monthAfter} from '../days.ts';
import {enoughRows, headroomOf, type Headroom} from '../headroom.ts';
import {untilOf} from '../holds.ts';
import {halfYear} from '../intervals.ts';
import type {EntryOf} from '../model.ts';
import {byDay, entriesOf, owner, registerTable, service, table, type Sources} from './table.ts';
import {percent, tenths} from './words.ts';

export const loadTests = table(testsOf, {
  columns: {
    service,
    at: {kind: 'day', title: {en: 'Tested', ja: '試した日'}, cell: ({at}) => at},
    peak: {kind: 'number', title: {en: 'Peak (per s)', ja: 'ピーク（毎秒）'}, cell: (entry) => entry.peak_per_second},
    held: {kind: 'number', title: {en: 'Held (per s)', ja: '耐えた量（毎秒）'}, cell: (entry) => entry.held_per_second},
    times: {
      kind: 'number',
      title: {en: 'Times the peak', ja: 'ピークの倍数'},
      cell: (entry) => tenths(entry.held_per_second / entry.peak_per_second),
    },
    limit: {kind: 'text', title: {en: 'Gave way first', ja: '先に限界が来たもの'}, cell: ({limit}, language) => limit[language]},
    rows: {
      kind: 'number',
      title: {en: 'Rows of production (%)', ja: '本番に対する行数（%）'},
      cell: (entry) => percent(entry.rows / entry.production_rows),
    },
    ready: {kind: 'number', title: {en: 'Ready in (min)', ja: '用意（分）'}, cell: (entry) => entry.ready_minutes},
  },
  row: ({at, headroom}) => {
    if (headroom === undefined) return {status: 'past'};
    // With too few rows nobody knows.
    if (headroom.likeness < enoughRows) return {status: 'unknown'};
    return {status: headroom.times < 2 ? 'warning' : 'fresh', due: addDays(at, halfYear)};
  },
  isLog: true,
});

interface Test extends EntryOf<'load-tests'> {
  /** Of the last test of its service. */
  readonly headroom: Headroom | undefined;
}

function testsOf(sources: Sources): readonly Test[] {
  const tests = byDay(entriesOf('load-tests', sources), ({at}) => at);
  const latest = headroomOf(tests, sources.today);
  return tests.map((test) => ({...test, headroom: latest.find((one) => one.service === test.service && one.at === test.at)}));
}

export const buyingTime = registerTable('buying-time', {
  columns: {
    what: {kind: 'text', title: {en: 'Bought', ja: '買ったもの'}, cell: ({what}, language) => what[language]},
    component: {kind: 'name', title: {en: 'Part', ja: '対象'}, cell: ({component}) => component},
    at: {kind: 'day', title: {en: 'On', ja: '日付'}, cell: ({at}) => at},
    until: {kind: 'day', title: {en: 'Lasts until', ja: 'いつまでもつか'}, cell: (entry) => entry.lasts_until},
    next: {kind: 'text', title: {en: 'Then', ja: '次の一歩'}, cell: (entry, language) => entry.next_step[language]},
    owner,
  },
  row: ({repaired}) => ({status: repaired === undefined ? 'open' : 'done', done: repaired}),
});

export const cost = table(monthsOf, {
  columns: {
    service,
    month: {kind: 'day', title: {en: 'Month', ja: '月'}, cell: ({month}) => month},
    yen: {kind: 'number', title: {en: 'Yen', ja: '費用（円）'}, cell: ({yen}) => yen},
    each: {kind: 'number', title: {en: 'Yen a unit', ja: '単価（円）'}, cell: ({each}) => tenths(each)},
    unit: {kind: 'text', title: {en: 'Unit', ja: '単位'}, cell: ({unit}, language) => unit[language]},
    change: {
      kind: 'number',
      title: {en: 'Change of a unit (%)', ja: '単価の前月比（%）'},
      cell: ({each, before}) => (before === undefined ? undefined : percent(each / before - 1)),
    },
    note: {kind: 'text', title: {en: 'Note', ja: '理由'}, cell: ({note}, language) => note?.[language]},
    more: {
      kind: 'text',
      title: {en: 'More would buy', ja: '増やせば得られるもの'},
      cell: (entry, language) => (entry.isLast ? entry.spend_more?.[language] : undefined),
    },
  },
  row: ({isLast, due}) => (isLast ? {status: 'fresh', due} : {status: 'past'}),
  isLog: true,
});

type Month = EntryOf<'cost'> &
  EntryOf<'cost'>['months'][number] & {
    /** Yen for one unit. */
    readonly each: number;
    /** The same in the month before; undefined when nobody wrote that down. */
    readonly before: number | undefined;
    readonly isLast: boolean;
    /** The last day on which the last month is still new. */
    readonly due: string | undefined;
  };

/** One row for each month of each service, the latest month first. */
function monthsOf(sources: Sources): readonly Month[] {
  const all = entriesOf('cost', sources).flatMap((entry) => {
    const {months} = entry;
    const due = untilOf('cost', entry, sources.registers);
    return months.map((month, i) => {
      const before = months.find((other) => monthAfter(other.month) === month.month);
      return {
        ...entry,
        ...month,
        id: `${entry.id}-${month.month}`,
        each: month.yen / month.units,
        before: before === undefined ? undefined : before.yen / before.units,
        isLast: i === months.length - 1,
        due,
      };
    });
  });
  return all.toSorted((a, b) => (a.month === b.month ? 0 : a.month < b.month ? 1 : -1));
}

export const measures = table(
  ({registers, today}) =>
    readMeasures({
      measures: registers.measures.map(({value}) => value),
      releases: registers.releases.map(({value}) => value),
      today,
    }).map((reading) => ({...reading, id: reading.measure.id})),
  {
    columns: {
      title: {kind: 'text', title: {en: 'Measure', ja: '指標'}, cell: ({measure}, language) => measure.title[language]},
      latest: {
        kind: 'number',
        title: {en: 'Figure', ja: '値'},
        cell: ({latest}) => (latest === undefined ? undefined : tenths(latest.value)),
      },
      unit: {kind: 'text', title: {en: 'Unit', ja: '単位'}, cell: ({measure}, language) => measure.unit[language]},
      before: {kind: 'number', title: {en: 'Before', ja: '前回'}, cell: ({before}) => (before === undefined ? undefined : tenths(before))},
      target: {kind: 'number', title: {en: 'Target', ja: '目標'}, cell: ({measure}) => measure.target},
      at: {kind: 'day', title: {en: 'As of', ja: '時点'}, cell: ({latest}) => latest?.at},
      owner: {kind: 'name', title: owner.title, cell: ({measure}) => measure.owner},
    },
    row: ({measure, reached}, {registers}) => ({
      status: reached === undefined ? 'unknown' : reached ? 'ok' : 'warning',
      due: untilOf('measures', measure, registers),
    }),
  },
);
