import type {Language} from '../../catalog/contract.ts';
import type {EntryOf} from '../model.ts';
import {owner, registerTable, table, type Sources} from './table.ts';
import {list} from './words.ts';

export const iac = registerTable('iac', {
  columns: {
    area: {kind: 'text', title: {en: 'Area', ja: '領域'}, cell: ({area}, language) => area[language]},
    managed: {kind: 'number', title: {en: 'From code', ja: 'コードで作成'}, cell: ({managed}) => managed},
    imported: {kind: 'number', title: {en: 'Taken over', ja: '取り込み済み'}, cell: ({imported}) => imported},
    manual: {kind: 'number', title: {en: 'By hand', ja: '手作業'}, cell: ({manual}) => manual},
    compared: {kind: 'day', title: {en: 'Compared', ja: '比べた日'}, cell: ({drift}) => drift?.at},
    differences: {kind: 'number', title: {en: 'Differences', ja: '差'}, cell: ({drift}) => drift?.differences},
    note: {kind: 'text', title: {en: 'Which', ja: '差の内容'}, cell: ({drift}, language) => drift?.note?.[language]},
    owner,
  },
  row: ({drift}) => ({status: drift === undefined ? 'never' : drift.differences > 0 ? 'warning' : 'fresh'}),
});

export const platform = table(roadsOf, {
  columns: {
    offer: {kind: 'text', title: {en: 'Offer', ja: '提供するもの'}, cell: ({offer}, language) => offer[language]},
    saves: {kind: 'text', title: {en: 'Saves', ja: '省ける手間'}, cell: ({saves}, language) => saves[language]},
    adopters: {kind: 'name', title: {en: 'Used by', ja: '使うサービス'}, cell: ({adopters}, language) => list(adopters, language)},
    off: {kind: 'text', title: {en: 'Not used by', ja: '使わないサービス'}, cell: ({off}, language) => offRoad(off, language)},
    owner,
  },
  // Who goes another way has an exception, and the row stands as the first of them to end.
  row: ({off}) =>
    off.length === 0
      ? {status: 'ok'}
      : {
          status: 'holds',
          due: off
            .flatMap(({until}) => until ?? [])
            .toSorted()
            .at(0),
        },
});

interface Road extends EntryOf<'platform'> {
  readonly off: readonly Off[];
}

interface Off {
  readonly service: string;
  readonly until: string | undefined;
}

function roadsOf({registers}: Sources): readonly Road[] {
  const until = new Map(registers.exceptions.map(({value: {id, expires}}) => [id, expires]));
  return registers.platform.map(({value}) => ({
    ...value,
    off: value.off_road.map((one) => ({service: one.service, until: until.get(one.exception)})),
  }));
}

function offRoad(off: readonly Off[], language: Language): string {
  return list(
    off.map(({service, until = '?'}) => (language === 'ja' ? `${service}（${until}まで）` : `${service} (until ${until})`)),
    language,
  );
}

export const policies = registerTable('policies', {
  columns: {
    rule: {kind: 'text', title: {en: 'Rule', ja: '規則'}, cell: ({rule}, language) => rule[language]},
    why: {kind: 'text', title: {en: 'Why', ja: '理由'}, cell: ({why}, language) => why[language]},
    held: {
      kind: 'text',
      title: {en: 'Enforced by', ja: '守らせる仕組み'},
      cell: ({policy, not_enforced: none}, language) => policy ?? none?.[language],
    },
    owner,
  },
  row: ({policy}) => ({status: policy === undefined ? 'warning' : 'ok'}),
});

type Answers = EntryOf<'maturity'>['answers'];

export const maturity = registerTable('maturity', {
  columns: {
    item: {kind: 'text', title: {en: 'Sentence', ja: '項目'}, cell: ({item}, language) => item[language]},
    level: {kind: 'number', title: {en: 'Level', ja: '段階'}, cell: ({answers}) => answers.at(-1)?.level},
    at: {kind: 'day', title: {en: 'Answered', ja: '答えた日'}, cell: ({answers}) => answers.at(-1)?.at},
    before: {
      kind: 'name',
      title: {en: 'Before', ja: '以前'},
      cell: ({answers}, language) =>
        list(
          answers.slice(0, -1).map(({level, at}) => (language === 'ja' ? `${level}（${at}）` : `${level} (${at})`)),
          language,
        ),
    },
    next: {kind: 'text', title: {en: 'Next level', ja: '次の段階'}, cell: ({next}, language) => next[language]},
  },
  row: ({answers}) => ({status: fell(answers) ? 'warning' : 'fresh'}),
});

function fell(answers: Answers): boolean {
  const [before, now] = answers.slice(-2).map(({level}) => level);
  return before !== undefined && now !== undefined && now < before;
}

export const dailyCheck = registerTable('daily-check', {
  latestFirst: ({at}) => at,
  columns: {
    at: {kind: 'day', title: {en: 'Day', ja: '日付'}, cell: ({at}) => at},
    note: {kind: 'text', title: {en: 'Not as usual', ja: 'いつもと違ったこと'}, cell: ({note}) => note},
  },
  row: ({seen, lang}) => ({status: seen === 'odd' ? 'odd' : 'ok', lang}),
  isLog: true,
});
