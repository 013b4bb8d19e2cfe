import {owner, registerTable, service} from './table.ts';
import {list} from './words.ts';

/** The Tries of all retrospectives. */
export const tries = registerTable('tries', {
  latestFirst: ({id}) => id.slice(4, 12),
  columns: {
    text: {kind: 'text', title: {en: 'Try', ja: 'Try'}, cell: ({text}) => text},
    owner: {kind: 'name', title: owner.title, cell: (entry) => entry.owner},
    first_step: {kind: 'text', title: {en: 'First step', ja: '最初の一歩'}, cell: (entry) => entry.first_step},
    check: {kind: 'day', title: {en: 'Check date', ja: '確認日'}, cell: ({check}) => check},
    carried: {kind: 'name', title: {en: 'Carried over', ja: '持ち越し'}, cell: ({carried}, language) => list(carried, language)},
    from: {
      kind: 'link',
      title: {en: 'Agreed on', ja: '決めた日'},
      cell: ({id, from}) => ({text: id.replace(/^try-(\d{4})(\d\d)(\d\d)-.*$/, '$1-$2-$3'), to: `/${from}`}),
    },
  },
  row: ({status, lang}) => ({status, lang}),
});

export const exceptions = registerTable('exceptions', {
  columns: {
    what: {kind: 'text', title: {en: 'Exception', ja: '例外'}, cell: ({what}, language) => what[language]},
    service: {kind: 'name', title: service.title, cell: (entry) => entry.service},
    why: {kind: 'text', title: {en: 'Why', ja: '理由'}, cell: ({why}, language) => why[language]},
    owner,
    since: {kind: 'day', title: {en: 'Since', ja: '開始日'}, cell: ({since}) => since},
    expires: {kind: 'day', title: {en: 'Last day', ja: '最終日'}, cell: ({expires}) => expires},
  },
  row: () => ({status: 'holds'}),
});

const topics = {
  hours: {en: 'Hours', ja: '時間'},
  answers: {en: 'Answers', ja: '返事'},
  decisions: {en: 'Decisions', ja: '決定'},
  meetings: {en: 'Meetings', ja: '会議'},
  records: {en: 'Records', ja: '記録'},
  rest: {en: 'Rest', ja: '休息'},
} as const;

export const agreement = registerTable('agreement', {
  columns: {
    rule: {kind: 'text', title: {en: 'What we agreed on', ja: '約束'}, cell: ({rule}, language) => rule[language]},
    topic: {kind: 'text', title: {en: 'About', ja: '分野'}, cell: ({topic}, language) => topics[topic][language]},
    since: {kind: 'day', title: {en: 'Since', ja: '開始日'}, cell: ({since}) => since},
    from: {
      kind: 'link',
      title: {en: 'Proved by', ja: '元になったTry'},
      cell: ({from}) => (from === undefined ? undefined : {text: from, to: `/retrospectives/try-log#${from}`}),
    },
    reviewed: {kind: 'day', title: {en: 'Looked at', ja: '見直した日'}, cell: ({reviewed}) => reviewed},
  },
  row: () => ({status: 'fresh'}),
});

export const charter = registerTable('charter', {
  columns: {
    role: {kind: 'name', title: {en: 'Seat', ja: '席'}, cell: ({role}) => role},
    does: {kind: 'text', title: {en: 'Is there for', ja: '役目'}, cell: ({does}, language) => does[language]},
    infrastructure: {kind: 'number', title: {en: 'Infrastructure', ja: 'インフラ'}, cell: ({infrastructure}) => infrastructure},
    business: {kind: 'number', title: {en: 'Business systems', ja: 'ビジネス側'}, cell: ({business}) => business},
    signed: {kind: 'day', title: {en: 'Signed', ja: '署名した日'}, cell: ({signed}) => signed},
  },
  row: ({signed}) => ({status: signed === undefined ? 'open' : 'fresh'}),
});

export const history = registerTable('history', {
  columns: {
    at: {kind: 'day', title: {en: 'Day', ja: '日付'}, cell: ({at}) => at},
    what: {kind: 'text', title: {en: 'What changed', ja: '変わったこと'}, cell: ({what}, language) => what[language]},
  },
  isLog: true,
});
