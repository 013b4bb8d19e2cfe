import type {Language} from '../../catalog/contract.ts';
import {monthAfter} from '../days.ts';
import {toilLimit} from '../hours.ts';
import type {EntryOf} from '../model.ts';
import type {Dated} from '../standing.ts';
import {owner, registerTable} from './table.ts';
import {list, percent} from './words.ts';

/** The visions in a word: see docs/mission/vision.mdx. */
const visions = {accelerate: {en: 'Accelerate', ja: '加速'}, health: {en: 'Health', ja: '健康'}} as const;
const kinds = {preventive: {en: 'Preventive', ja: '予防'}, reactive: {en: 'Reactive', ja: '事後対応'}} as const;

export const roadmap = registerTable('roadmap', {
  columns: {
    item: {kind: 'text', title: {en: 'Plan', ja: '計画'}, cell: ({item}, language) => item[language]},
    vision: {kind: 'text', title: {en: 'Vision', ja: 'ビジョン'}, cell: ({vision}, language) => visions[vision][language], isChoice: true},
    kind: {kind: 'text', title: {en: 'Kind', ja: '種類'}, cell: ({kind}, language) => kinds[kind][language], isChoice: true},
    next: {kind: 'text', title: {en: 'Next step', ja: '次の一歩'}, cell: (entry, language) => entry.next_step?.[language]},
    updated: {kind: 'day', title: {en: 'Looked at', ja: '見直した日'}, cell: ({updated}) => updated},
    owner,
  },
  row: ({status}) => ({status}),
});

/** Shares of the hours of one week; a single week may be above the limit without being a worry for the team. */
export const toil = registerTable('toil', {
  latestFirst: ({week}) => week,
  columns: {
    week: {kind: 'day', title: {en: 'Week of', ja: '週の初日'}, cell: ({week}) => week},
    team: {kind: 'name', title: {en: 'Team', ja: 'チーム'}, cell: ({team}) => team, isChoice: true},
    interrupts: {kind: 'number', title: {en: 'Interrupts (h)', ja: '割り込み（時間）'}, cell: ({hours}) => hours.interrupts},
    manual: {kind: 'number', title: {en: 'By hand (h)', ja: '手作業（時間）'}, cell: ({hours}) => hours.manual},
    preventive: {kind: 'number', title: {en: 'Preventive (h)', ja: '予防（時間）'}, cell: ({hours}) => hours.preventive},
    projects: {kind: 'number', title: {en: 'Projects (h)', ja: 'プロジェクト（時間）'}, cell: ({hours}) => hours.projects},
    share: {kind: 'number', title: {en: 'Toil (%)', ja: 'トイル（%）'}, cell: (week) => percent(toilOf(week))},
    nights: {kind: 'number', title: {en: 'Nights woken', ja: '起こされた夜'}, cell: (week) => week.nights_woken},
    fixes: {kind: 'number', title: {en: 'Small fixes', ja: '小さな改善'}, cell: (week) => week.small_fixes},
  },
  row: (week) => ({status: toilOf(week) > toilLimit ? 'warning' : 'ok'}),
  isLog: true,
});

function toilOf({hours: {interrupts, manual, preventive, projects}}: EntryOf<'toil'>): number {
  return (interrupts + manual) / (interrupts + manual + preventive + projects || 1);
}

export const debt = registerTable('debt', {
  columns: {
    item: {kind: 'text', title: {en: 'Debt', ja: '負債'}, cell: ({item}, language) => item[language]},
    risk: {kind: 'text', title: {en: 'Risk', ja: 'リスク'}, cell: ({risk}, language) => risk[language]},
    trigger: {kind: 'text', title: {en: 'Urgent with', ja: '急ぎになるとき'}, cell: ({trigger}, language) => trigger[language]},
    on: {kind: 'day', title: {en: 'On', ja: '日付'}, cell: (entry) => entry.trigger_on},
    left: {
      kind: 'text',
      title: {en: 'Left, by month', ja: '残りの推移'},
      cell: ({left}, language) => left && sayLeft(left, language),
    },
    reviewed: {kind: 'day', title: {en: 'Looked at', ja: '見直した日'}, cell: ({reviewed}) => reviewed},
    owner,
  },
  row: ({since, settled}) => ({status: settled === undefined ? 'open' : 'done', noted: since, done: settled}),
});

/** How many were left at the end of each month, of one that nobody counted a dash, and when none is to be left. */
function sayLeft({unit, months, exit_by: by}: NonNullable<EntryOf<'debt'>['left']>, language: Language): string {
  const counts = new Map(months.map(({month, count}) => [month, count]));
  const [first = '', last = ''] = [months[0]?.month, months.at(-1)?.month];
  const all: (number | string)[] = [];
  for (let month = first; month <= last; month = monthAfter(month)) all.push(counts.get(month) ?? '–');
  return language === 'ja'
    ? `${unit.ja}（${first}〜${last}）：${list(all, 'ja')}。${by}までになくす`
    : `${unit.en}, ${first} to ${last}: ${list(all, 'en')}; none by ${by}`;
}

export const requests = registerTable('requests', {
  columns: {
    title: {kind: 'text', title: {en: 'Asked for', ja: '依頼'}, cell: ({title}, language) => title[language]},
    owner,
    self: {
      kind: 'text',
      title: {en: 'Without us, or why not', ja: '自分でできる方法（ない場合は理由）'},
      cell: (entry, language) => (entry.self_service ?? entry.stays)?.[language],
    },
    not: {kind: 'text', title: {en: 'Not ours', ja: '担当外'}, cell: (entry, language) => entry.not_ours?.[language]},
    waited: {kind: 'text', title: {en: 'Waited (days)', ja: '待った日数'}, cell: ({asked}, language) => list(waits(asked), language)},
    // One column: with one more the table is wider than the page.
    since: {
      kind: 'name',
      title: {en: 'Waiting since, promised for', ja: '待ち始めた日、約束の日'},
      cell: ({asked}, language) =>
        list(
          [waiting(asked), promised(asked)].flatMap((day) => day ?? []),
          language,
        ) || undefined,
    },
  },
  row: ({asked}): Dated => ({status: waiting(asked) === undefined ? 'ok' : 'open'}),
});

type Asked = EntryOf<'requests'>['asked'];

function waits(asked: Asked): number[] {
  return asked.flatMap(({on, done}) => (done === undefined ? [] : [Math.round((Date.parse(done) - Date.parse(on)) / 86_400_000)]));
}

/** The first day that was promised to somebody who waits. */
function promised(asked: Asked): string | undefined {
  return asked.flatMap(({by, done}) => (done === undefined && by !== undefined ? [by] : [])).toSorted()[0];
}

/** The first day of the request that waits longest. */
function waiting(asked: Asked): string | undefined {
  return asked
    .filter(({done}) => done === undefined)
    .map(({on}) => on)
    .toSorted()[0];
}
